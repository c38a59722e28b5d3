using System.Text.RegularExpressions;
using Tessera.Segments.Json;
using Tessera.Testing;

namespace Tessera.Segments.Tests;

/// <summary>What the documentation shows as a definition is one.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "concepts", "segment-language.md"));

    [Fact]
    public void Example_EveryOne_IsCanonical()
    {
        var examples = Regex.Matches(Page, "```segment\n(?<lines>.*?)```", RegexOptions.Singleline)
            .SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .ToList();

        examples.Count.ShouldBeGreaterThan(50);
        foreach (var example in examples)
        {
            var parsed = Segment.Parse(example);
            parsed.Diagnostics.ShouldBeEmpty(example);
            parsed.Segment!.ToString().ShouldBe(example);
        }
    }

    [Fact]
    public void Example_OfJson_IsATree() =>
        SegmentJson.Read(Regex.Match(Page, "```json\n(?<json>.*?)```", RegexOptions.Singleline).Groups["json"].Value).Segment!.ToString().ShouldBe("plan is \"free\"");

    [Fact]
    public void Reading_OfTheFirstExample_IsAsShown() =>
        Page.ShouldContain("> " + Segment.Parse("plan is \"free\" and did \"Export File\" at least 3 times in the last 14 days").Segment!.Describe());
}
