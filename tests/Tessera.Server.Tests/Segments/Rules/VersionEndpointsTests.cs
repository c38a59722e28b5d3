using System.Net;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>What segments were, over HTTP.</summary>
[Collection(SharedServer.Name)]
public sealed class VersionEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Restore_AnOldVersion_IsANewOne()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "free" }"""));
        await workspace.CreateAsync("some", "plan is \"free\"");
        await workspace.AskAsync(HttpMethod.Put, "/api/segments/some", new { name = "Some", definition = "plan is \"free\" and seats > 3" });

        var diff = await workspace.GetAsync("/api/segments/some/versions/1/diff");
        (diff.GetProperty("from").GetInt64(), diff.GetProperty("to").GetInt64()).ShouldBe((1, 2));
        diff.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("kind").GetString()).ShouldBe(["same", "added"]);
        var restored = await workspace.PostAsync("/api/segments/some/versions/1/restore", new { });
        (restored.GetProperty("version").GetInt64(), restored.GetProperty("definition").GetString(), restored.GetProperty("name").GetString()).ShouldBe((3, "plan is \"free\"", "some"));
        (await workspace.GetAsync("/api/segments/some/versions/1/diff")).GetProperty("summary").GetString().ShouldBe("Nothing changed.");
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/some/versions/9/diff", expected: HttpStatusCode.NotFound);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/champions/versions/1/restore", expected: HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Change_FromAVersionThatIsNoLongerInForce_IsRefused()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "free" }"""));
        await workspace.CreateAsync("some", "plan is \"free\"");
        await workspace.AskAsync(HttpMethod.Put, "/api/segments/some", new { definition = "plan is \"pro\"", version = 1 });

        await workspace.AskAsync(HttpMethod.Put, "/api/segments/some", new { definition = "plan is \"team\"", version = 1 }, HttpStatusCode.Conflict);
        (await workspace.GetAsync("/api/segments/some")).GetProperty("definition").GetString().ShouldBe("plan is \"pro\"");
        await workspace.AskAsync(HttpMethod.Put, "/api/segments/some", new { definition = "plan is \"team\"", version = 2 });
    }
}
