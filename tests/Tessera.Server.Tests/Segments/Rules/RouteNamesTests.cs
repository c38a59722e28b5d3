using System.Net;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Keys that are words of the API's own addresses.</summary>
[Collection(SharedServer.Name)]
public sealed class RouteNamesTests(ServerFixture server)
{
    private const string Prefix = "/api/segments/";

    [Fact]
    public async Task Create_KeyThatAnAddressHasInItsPlace_IsRefused()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server);
        var words = (await workspace.GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(path => path.Name[Prefix.Length..].Split('/')[0])
            .Where(word => word[0] != '{')
            .Distinct(StringComparer.Ordinal)
            .ToList();
        words.Any(word => word == "library").ShouldBeTrue();
        words.Count.ShouldBeGreaterThan(8);

        foreach (var word in words)
        {
            var problem = await workspace.AskAsync(HttpMethod.Post, "/api/segments", new { key = word, name = word, definition = "plan is \"pro\"" }, HttpStatusCode.BadRequest);
            problem.GetProperty("code").GetString().ShouldBe("segment-key-reserved");
            problem.GetProperty("detail").GetString()!.ShouldContain($"/api/segments/{word}");
            var adopted = await workspace.AskAsync(HttpMethod.Post, "/api/segments/plan", new { files = new[] { new { path = $"{word}.segment", text = "plan is \"pro\"" } } });
            adopted.GetProperty("problems").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()).ShouldBe(["segment-key-reserved"]);
        }
    }

    [Fact]
    public async Task Create_KeyThatNoAddressHas_IsNotRefused()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments", new { key = "libraries", name = "Libraries", definition = "plan is \"pro\"" }, HttpStatusCode.Created);
        (await workspace.GetAsync("/api/segments/new")).GetProperty("kind").GetString().ShouldBe("rfm");
    }
}
