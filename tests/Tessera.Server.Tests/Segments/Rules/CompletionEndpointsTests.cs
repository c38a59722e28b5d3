using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Segments.Rules;

[Collection(SharedServer.Name)]
public sealed class CompletionEndpointsTests(ServerFixture server) : IAsyncLifetime
{
    private TrackingClient source = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        http = server.AdminClient(source.Workspace);
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Export File", "timestamp": "2024-02-01T00:00:00Z", "properties": { "format": "svg" } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Export File", "timestamp": "2024-02-02T00:00:00Z", "properties": { "format": "svg" } }"""));
    }

    public Task DisposeAsync()
    {
        http.Dispose();
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Complete_Value_IsOneThatWasSeen()
    {
        using var response = await http.PostAsJsonAsync("/api/segments/complete", new { definition = "did \"Export File\" where format is s", position = 34 });
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        (answer.GetProperty("from").GetInt32(), answer.GetProperty("to").GetInt32()).ShouldBe((34, 35));
        var first = answer.GetProperty("items")[0];
        (first.GetProperty("text").GetString(), first.GetProperty("label").GetString(), first.GetProperty("kind").GetString(), first.GetProperty("detail").GetString())
            .ShouldBe(("\"svg\"", "svg", "value", "2 times"));
    }

    [Fact]
    public async Task Complete_OutsideOfTheText_IsRefused()
    {
        using var response = await http.PostAsJsonAsync("/api/segments/complete", new { definition = "plan", position = 5 });
        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "position-invalid");
    }
}
