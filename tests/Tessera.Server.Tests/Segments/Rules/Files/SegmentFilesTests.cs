using System.Text.Json;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Files;

namespace Tessera.Server.Tests.Segments.Rules.Files;

/// <summary>Segments as files: planned, carried out, written.</summary>
[Collection(SharedServer.Name)]
public sealed class SegmentFilesTests(ServerFixture server)
{
    [Fact]
    public void Write_AndRead_GiveTheSame()
    {
        var text = new RuleText("Vip", "Those who matter.", "plan is \"pro\" and did \"Export File\"");
        var written = SegmentFile.Write(text);

        written.ShouldBe("# name: Vip\n# description: Those who matter.\nplan is \"pro\"\nand did \"Export File\"\n");
        var read = SegmentFile.Read("team/vip.segment", written);
        (read.Key, read.Text.Name, read.Text.Description, Tessera.Segments.Segment.Parse(read.Text.Definition).Segment!.ToString()).ShouldBe(("vip", text.Name, text.Description, text.Definition));
    }

    [Fact]
    public async Task Apply_MakesTheSegmentsThoseOfTheFiles()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server, RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "free" }"""), RuleWorkspace.Identify("bob", "2024-01-01", """{ "plan": "pro" }"""));
        await workspace.CreateAsync("old", "plan is \"free\"");
        await workspace.CreateAsync("kept", "plan is \"free\"");
        var files = new
        {
            files = new[] { new { path = "kept.segment", text = "# name: Kept\nplan is \"pro\"" }, new { path = "fresh.segment", text = "# name: Fresh\nin segment \"kept\"" } },
            prune = true,
        };

        var plan = await workspace.PostAsync("/api/segments/plan", files);
        plan.GetProperty("actions").EnumerateArray().Select(action => (Text(action, "action"), Text(action, "key"), Size(action, "sizeBefore"), Size(action, "sizeAfter"))).ShouldBe(
            [("create", "fresh", null, 1), ("change", "kept", 1, 1), ("delete", "old", 1, null)]);
        (await workspace.GetAsync("/api/segments/files")).GetProperty("items").GetArrayLength().ShouldBe(2);

        await workspace.PostAsync("/api/segments/apply", files);
        await workspace.EvaluateAsync();
        (await workspace.GetAsync("/api/segments/files")).GetProperty("items").EnumerateArray().Select(file => (Text(file, "path"), Text(file, "text"))).ShouldBe(
            [("fresh.segment", "# name: Fresh\nin segment \"kept\"\n"), ("kept.segment", "# name: Kept\nplan is \"pro\"\n")]);
        (await workspace.GetAsync("/api/segments/fresh")).GetProperty("size").GetInt64().ShouldBe(1);
        (await workspace.PostAsync("/api/segments/plan", files)).GetProperty("actions").EnumerateArray().ShouldAllBe(action => Text(action, "action") == "same");
    }

    [Fact]
    public async Task Apply_WithAnyProblem_DoesNothing()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server);
        var answer = await workspace.PostAsync("/api/segments/apply", new
        {
            files = new[]
            {
                new { path = "good.segment", text = "plan is \"pro\"" },
                new { path = "bad.segment", text = "# name: Bad\nplan is\n" },
                new { path = "a/round.segment", text = "in segment \"trip\"" },
                new { path = "a/trip.segment", text = "in segment \"round\"" },
                new { path = "champions.segment", text = "plan is \"pro\"" },
                new { path = "friend.segment", text = "in segment \"bad\"" },
            },
        });

        var problems = answer.GetProperty("problems").EnumerateArray().Select(problem => (Text(problem, "path"), Text(problem, "code"))).ToList();
        problems.ShouldContain(("bad.segment", "expected"));
        problems.ShouldContain(("a/round.segment", "cycle"));
        problems.ShouldContain(("champions.segment", "segment-exists"));
        problems.ShouldNotContain(problem => problem.Item1 == "friend.segment", "the segment that it refers to is there, with mistakes of its own");
        answer.GetProperty("problems").EnumerateArray().First(problem => Text(problem, "path") == "bad.segment").GetProperty("line").GetInt32().ShouldBeInRange(2, 3);
        (await workspace.GetAsync("/api/segments/files")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static long? Size(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
