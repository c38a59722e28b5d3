using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Ingestion.Sources;

[Collection(SharedServer.Name)]
public sealed class SourceEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Source_CreatedRenamedRotatedAndSwitchedOff_AcceptsExactlyTheKeysThatAreGood()
    {
        var workspace = await server.CreateWorkspaceAsync("sources");
        using var client = server.AdminClient(workspace);
        using var created = await client.PostAsJsonAsync("/api/sources", new { name = "Web shop (EU)", kind = "browser" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = await created.Content.ReadFromJsonAsync<JsonElement>();
        var first = answer.GetProperty("writeKey").GetString()!;
        answer.GetProperty("source").GetProperty("key").GetString().ShouldBe("web-shop-eu");
        answer.GetProperty("snippets").GetProperty("browser").GetString()!.ShouldContain(first);
        answer.GetProperty("snippets").GetProperty("browser").GetString()!.ShouldContain(server.Address.OriginalString.TrimEnd('/'));
        (await SendAsync(first)).ShouldBe(HttpStatusCode.OK);

        using var renamed = await client.PutAsJsonAsync("/api/sources/web-shop-eu", new { name = "Shop" });
        (await renamed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString().ShouldBe("Shop");

        using var rotated = await client.PostAsync("/api/sources/web-shop-eu/rotate", content: null);
        var second = (await rotated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("writeKey").GetString()!;
        (second == first).ShouldBeFalse();
        (await SendAsync(first)).ShouldBe(HttpStatusCode.OK, "the key before is good for a day");
        (await SendAsync(second)).ShouldBe(HttpStatusCode.OK);

        using var switchedOff = await client.PutAsJsonAsync("/api/sources/web-shop-eu", new { enabled = false });
        switchedOff.EnsureSuccessStatusCode();
        (await SendAsync(first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(second)).ShouldBe(HttpStatusCode.Unauthorized);

        var list = await client.GetStringAsync("/api/sources");
        list.ShouldNotContain(first);
        list.ShouldNotContain(second);
        JsonNode.Parse(list)!["items"]![0]!["kind"]!.GetValue<string>().ShouldBe("browser");
    }

    [Fact]
    public async Task Delete_OfASourceWhoseEventsASegmentAsksAbout_NamesTheSegmentUnlessForced()
    {
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "u1", "event": "Door Opened" }"""));
        using var segment = await client.PostAsJsonAsync("/api/segments", new { key = "openers", name = "Door openers", definition = "did \"Door Opened\" ever" });
        segment.StatusCode.ShouldBe(HttpStatusCode.Created, await segment.Content.ReadAsStringAsync());

        var listed = await client.GetFromJsonAsync<JsonElement>("/api/sources/default");
        listed.GetProperty("calls").GetInt64().ShouldBe(1);
        listed.GetProperty("lastReceivedAt").ValueKind.ShouldBe(JsonValueKind.String);

        using var refused = await client.DeleteAsync("/api/sources/default");
        (await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "source-in-use")).ShouldContain("Door openers");
        foreach (var (key, definition) in new[] { ("anyone", "did any event"), ("through", "not in segment \"openers\"") })
        {
            using var other = await client.PostAsJsonAsync("/api/segments", new { key, name = key, definition });
            other.StatusCode.ShouldBe(HttpStatusCode.Created, await other.Content.ReadAsStringAsync());
        }

        using var refusedAgain = await client.DeleteAsync("/api/sources/default");
        var sentence = await refusedAgain.ShouldBeProblemAsync(HttpStatusCode.Conflict, "source-in-use");
        sentence.ShouldContain("anyone (any event)");
        sentence.ShouldContain("Door openers (Door Opened)");
        sentence.ShouldContain("through (Door Opened)");

        using var forced = await client.DeleteAsync("/api/sources/default?force=true");
        forced.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(source.WriteKey)).ShouldBe(HttpStatusCode.Unauthorized);
        (await source.QueryAsync("SELECT source FROM events WHERE workspace = {workspace:String}")).ShouldBe(["default"], "what it sent is kept");
    }

    [Fact]
    public void UseOf_ASegment_NamesAllThatTheSourceSendsForIt()
    {
        var sent = new SourceContent(new HashSet<string>(["Opened", "Login"], StringComparer.Ordinal), Traits: true, Companies: false, Anything: true);
        var nothing = new SegmentUse("s", "S", ["Opened", "Else"], AnyEvent: false, Traits: false, Company: true, Context: false);

        sent.UseOf(nothing)!.About.ShouldBe(["Opened"]);
        sent.UseOf(nothing with { Events = [] }).ShouldBeNull();
        sent.UseOf(nothing with { AnyEvent = true, Traits = true, Context = true })!.About.ShouldBe(["any event", "traits", "context"]);
        new SourceContent(new HashSet<string>(StringComparer.Ordinal), Traits: false, Companies: true, Anything: true).UseOf(nothing)!.About.ShouldBe(["companies"]);
    }

    [Fact]
    public async Task Delete_OfTheInstallationsOwnSource_IsRefused()
    {
        using var client = server.AdminClient();
        using var refused = await client.DeleteAsync("/api/sources/default");
        await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "source-is-default");
    }

    [Theory]
    [InlineData("""{ "name": " " }""", HttpStatusCode.BadRequest, "source-invalid")]
    [InlineData("""{ "name": "§§" }""", HttpStatusCode.BadRequest, "source-invalid")]
    [InlineData("""{ "name": "Shop", "key": "Bad Key" }""", HttpStatusCode.BadRequest, "source-invalid")]
    [InlineData("""{ "name": "Shop", "key": "default" }""", HttpStatusCode.Conflict, "source-exists")]
    public async Task Create_WithSomethingWrong_SaysWhat(string body, HttpStatusCode status, string code)
    {
        using var client = server.AdminClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/sources", content);
        await response.ShouldBeProblemAsync(status, code);
    }

    private async Task<HttpStatusCode> SendAsync(string writeKey)
    {
        using var client = server.AnonymousClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(writeKey + ":")));
        using var response = await client.PostAsJsonAsync("/v1/track", new { userId = "u1", @event = "Opened" });
        return response.StatusCode;
    }
}
