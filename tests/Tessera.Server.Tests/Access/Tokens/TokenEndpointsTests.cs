using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tessera.Server.Tests.Access.Tokens;

[Collection(SharedServer.Name)]
public sealed class TokenEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task WorkspaceToken_WithoutHeader_SpeaksToItsOwnWorkspace()
    {
        var workspace = await server.CreateWorkspaceAsync("token");
        using var client = Client(await CreateTokenAsync(workspace));
        using var response = await client.GetAsync("/api/workspaces");
        var items = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items");
        items.EnumerateArray().Select(item => item.GetProperty("key").GetString()).ShouldBe([workspace]);
    }

    [Fact]
    public async Task WorkspaceToken_NamingAnotherWorkspace_IsForbiddenWhetherItExistsOrNot()
    {
        var workspace = await server.CreateWorkspaceAsync("token");
        var other = await server.CreateWorkspaceAsync("token");
        var token = await CreateTokenAsync(workspace);
        foreach (var asked in new[] { other, "default", "no-such-workspace" })
        {
            using var client = Client(token);
            client.DefaultRequestHeaders.Add("Tessera-Workspace", asked);

            using var response = await client.GetAsync("/api/segments");
            (await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "workspace-forbidden")).ShouldContain(workspace);
        }
    }

    [Fact]
    public async Task WorkspaceToken_InsideItsWorkspace_ReadsData()
    {
        using var client = Client(await CreateTokenAsync(await server.CreateWorkspaceAsync("token")));
        (await client.GetAsync("/api/segments")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WorkspaceToken_AtAnEndpointForAdministrators_IsForbidden()
    {
        using var client = Client(await CreateTokenAsync(await server.CreateWorkspaceAsync("token")));
        foreach (var path in new[] { "/api/system", "/metrics", "/api/tokens", "/api/pipeline" })
        {
            using var response = await client.GetAsync(path);
            await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "administrator-only");
        }

        using var created = await client.PostAsJsonAsync("/api/workspaces", new { key = "forbidden", name = "Forbidden" });
        await created.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "administrator-only");
    }

    [Fact]
    public async Task Revoke_EndsTheTokenAtOnce()
    {
        var workspace = await server.CreateWorkspaceAsync("token");
        var token = await CreateTokenAsync(workspace);
        using var admin = server.AdminClient(workspace);
        var listed = (await admin.GetFromJsonAsync<JsonElement>("/api/tokens")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        listed.TryGetProperty("token", out _).ShouldBeFalse("a secret is shown once, at its creation");
        using var revoked = await admin.DeleteAsync($"/api/tokens/{listed.GetProperty("id").GetGuid()}");
        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var client = Client(token);
        using var response = await client.GetAsync("/api/workspaces");
        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credentials-refused");
    }

    [Fact]
    public async Task Revoke_ATokenOfAnotherWorkspace_FindsNothing()
    {
        var workspace = await server.CreateWorkspaceAsync("token");
        await CreateTokenAsync(workspace);
        using var admin = server.AdminClient(workspace);
        var id = (await admin.GetFromJsonAsync<JsonElement>("/api/tokens")).GetProperty("items")[0].GetProperty("id").GetGuid();
        using var stranger = server.AdminClient(await server.CreateWorkspaceAsync("token"));
        using var response = await stranger.DeleteAsync($"/api/tokens/{id}");
        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "token-not-found");
    }

    [Theory]
    [InlineData("no-such-workspace")]
    [InlineData("Not A Key")]
    public async Task AdminToken_NamingAnUnknownWorkspace_AnswersNotFound(string workspace)
    {
        using var client = server.AdminClient(workspace);
        using var response = await client.GetAsync("/api/tokens");
        (await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "workspace-not-found")).ShouldContain(workspace);
    }

    private async Task<string> CreateTokenAsync(string workspace)
    {
        using var admin = server.AdminClient(workspace);
        using var response = await admin.PostAsJsonAsync("/api/tokens", new { name = "test" });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private HttpClient Client(string token)
    {
        var client = server.AnonymousClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
