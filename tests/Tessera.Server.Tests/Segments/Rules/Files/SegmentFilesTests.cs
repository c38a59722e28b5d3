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
        problems.ShouldContain(("friend.segment", "faulty-segment"));
        answer.GetProperty("problems").EnumerateArray().First(problem => Text(problem, "path") == "bad.segment").GetProperty("line").GetInt32().ShouldBeInRange(2, 3);
        (await workspace.GetAsync("/api/segments/files")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Apply_ReferringToFilesWithMistakes_NamesThem_AndNothingElse()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server);
        await workspace.CreateAsync("bad", "plan is \"pro\"");
        await workspace.CreateAsync("friend", "in segment \"bad\"");
        await workspace.CreateAsync("stranger", "in segment \"friend\"");
        var answer = await workspace.PostAsync("/api/segments/apply", new
        {
            files = new[]
            {
                new { path = "team/bad.segment", text = "# name: Bad\nin segment \"stranger\" and plan is" },
                new { path = "friend.segment", text = "# name: Friend\nplan is \"pro\" or\n  in segment \"bad\"" },
                new { path = "long.segment", text = $"# name: {new string('x', 201)}\nplan is \"pro\"" },
                new { path = "reader.segment", text = "in segment \"long\"" },
                new { path = "library.segment", text = "plan is \"pro\" and in segment \"nowhere\"" },
                new { path = "Odd Key.segment", text = $"# description: {new string('x', 2001)}\n# name:\nplan is \"pro\" and in segment \"nowhere\"" },
                new { path = "entered.segment", text = "entered segment \"champions\" in the last 7 days" },
            },
            prune = true,
        });

        answer.GetProperty("problems").EnumerateArray()
            .Select(problem => $"{Text(problem, "path")}:{problem.GetProperty("line").GetInt32()}:{problem.GetProperty("column").GetInt32()} {Text(problem, "code")}")
            .ShouldBe(
            [
                "Odd Key.segment:1:1 segment-key-invalid", "Odd Key.segment:1:1 segment-invalid", "Odd Key.segment:1:1 segment-invalid", "Odd Key.segment:3:30 unknown-segment",
                "entered.segment:1:1 no-history", "friend.segment:3:14 faulty-segment", "library.segment:1:1 segment-key-reserved", "library.segment:1:30 unknown-segment",
                "long.segment:1:1 segment-invalid", "reader.segment:1:12 faulty-segment", "team/bad.segment:2:12 unknown-segment", "team/bad.segment:2:34 expected",
            ]);
        Text(answer.GetProperty("problems")[5], "message").ShouldBe("The segment \"bad\" is defined in team/bad.segment, which has mistakes itself.");
        (await workspace.GetAsync("/api/segments/files")).GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    private static long? Size(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
