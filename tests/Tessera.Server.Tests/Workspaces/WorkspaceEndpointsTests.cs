using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tessera.Server.Tests.Workspaces;

[Collection(SharedServer.Name)]
public sealed class WorkspaceEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task List_BeginsWithDefault()
    {
        await server.CreateWorkspaceAsync("aaa");
        using var client = server.AdminClient();
        var list = await client.GetFromJsonAsync<JsonElement>("/api/workspaces");
        list.GetProperty("items")[0].GetProperty("key").GetString().ShouldBe("default");
        list.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Create_AnswersTheWorkspaceWithDefaultsFilledIn()
    {
        using var client = server.AdminClient();
        using var response = await client.PostAsJsonAsync("/api/workspaces", new { key = "garden-shop", name = " Garden shop " });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var workspace = await response.Content.ReadFromJsonAsync<JsonElement>();
        workspace.GetProperty("name").GetString().ShouldBe("Garden shop");
        workspace.GetProperty("currency").GetString().ShouldBe("EUR");
        workspace.GetProperty("timeZone").GetString().ShouldBe("UTC");
        workspace.GetProperty("sample").GetBoolean().ShouldBeFalse();
        using var inside = server.AdminClient("garden-shop");
        (await inside.GetAsync("/api/tokens")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Create_WithATakenKey_AnswersConflict()
    {
        var key = await server.CreateWorkspaceAsync("taken");
        using var client = server.AdminClient();
        using var response = await client.PostAsJsonAsync("/api/workspaces", new { key, name = "Another" });
        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "workspace-exists");
    }

    [Theory]
    [InlineData("Bad Key", "Name", null, null, "Bad Key")]
    [InlineData("good", " ", null, null, "1 to 100")]
    [InlineData("good", "Name", "eur", null, "eur")]
    [InlineData("good", "Name", null, "Mars/Olympus", "Mars/Olympus")]
    public async Task Create_WithSomethingWrong_SaysWhat(string key, string name, string? currency, string? timeZone, string said)
    {
        using var client = server.AdminClient();
        using var response = await client.PostAsJsonAsync("/api/workspaces", new { key, name, currency, timeZone });
        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "workspace-invalid")).ShouldContain(said);
    }

    [Theory]
    [InlineData("""{ "key": 1, "name": "x" }""", "$.key")]
    [InlineData("""{ "key": "x" }""", "name")]
    [InlineData("""{ "key": "x", "name": "x", "colour": "red" }""", "colour")]
    [InlineData("""{ "key": """, "$")]
    public async Task Create_WithABodyOfAnotherShape_SaysWhereWithoutNamingClasses(string body, string said)
    {
        using var client = server.AdminClient();
        using var response = await client.PostAsync("/api/workspaces", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        var detail = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request-malformed");
        detail.ShouldContain(said);
        detail.ShouldNotContain("Tessera.Server");
    }

    [Fact]
    public async Task Change_ChangesOnlyWhatIsNamed()
    {
        var key = await server.CreateWorkspaceAsync("change");
        using var client = server.AdminClient();
        using var response = await client.PatchAsJsonAsync($"/api/workspaces/{key}", new { currency = "GBP" });
        var workspace = await response.Content.ReadFromJsonAsync<JsonElement>();
        workspace.GetProperty("currency").GetString().ShouldBe("GBP");
        workspace.GetProperty("name").GetString().ShouldBe(key);
    }

    [Fact]
    public async Task Change_OfAnUnknownWorkspace_AnswersNotFound()
    {
        using var client = server.AdminClient();
        using var response = await client.PatchAsJsonAsync("/api/workspaces/nobody", new { name = "Nobody" });
        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "workspace-not-found");
    }
}
