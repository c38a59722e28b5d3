using Tessera.Segments;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Versions;

namespace Tessera.Server.Tests.Segments.Rules.Versions;

public sealed class RuleDiffTests
{
    [Fact]
    public void Of_ADefinitionThatGotOneMoreCondition_AddsItsLine()
    {
        var diff = RuleDiff.Of(
            new RuleText("Vip", "", "plan is \"pro\" and did \"Export File\""),
            new RuleText("Very", "", "plan is \"pro\" and seats >= 3 and did \"Export File\""));

        diff.Lines.Select(line => $"{line.Kind[0]} {line.Text}").ShouldBe(["s plan is \"pro\"", "a and seats >= 3", "s and did \"Export File\""]);
        diff.Summary.ShouldBe("Renamed from “Vip” to “Very”; 1 line added and 0 lines removed in the definition.");
    }

    [Fact]
    public void Of_TheSame_SaysSo() => RuleDiff.Of(new RuleText("a", "b", "plan is \"pro\""), new RuleText("a", "b", "plan is \"pro\"")).Summary.ShouldBe("Nothing changed.");

    [Fact]
    public void LineDiff_OfAnyTexts_GivesBothBack()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 200; trial++)
        {
            var before = Enumerable.Range(0, random.Next(8)).Select(_ => "abc"[random.Next(3)].ToString()).ToList();
            var after = Enumerable.Range(0, random.Next(8)).Select(_ => "abc"[random.Next(3)].ToString()).ToList();
            var diff = LineDiff.Of(before, after);
            diff.Where(line => line.Kind != DiffLine.Added).Select(line => line.Text).ShouldBe(before);
            diff.Where(line => line.Kind != DiffLine.Removed).Select(line => line.Text).ShouldBe(after);
        }
    }

    [Theory]
    [InlineData("plan is \"a\" and (seats > 2 or not (did \"X\" or did \"Y\" where a is \"b\")) and at least 2 of (did \"A\", did \"B\" and did \"C\", seats = 1)", 14)]
    [InlineData("did \"X\" where a is \"b\" and (plan is \"c\" or seats > 1)", null)]
    [InlineData("plan is \"a\"", 1)]
    public void Lines_ReadTogether_AreTheDefinition(string definition, int? lines)
    {
        var segment = Segment.Parse(definition).Segment!;
        var laidOut = DefinitionLayout.Lines(segment);

        Segment.Parse(string.Join('\n', laidOut)).Segment.ShouldBe(segment);
        laidOut.Count.ShouldBe(lines ?? laidOut.Count, string.Join('\n', laidOut));
    }
}
