using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Tests.Segments.Rfm.Naming;

public sealed class SegmentNamingsTests
{
    private static readonly SegmentNaming[] Namings = [SegmentNamings.Full, SegmentNamings.Short];

    [Fact]
    public void Full_HasTheElevenPublishedNames() => SegmentNamings.Full.Segments.Select(segment => segment.Name).ShouldBe(
    [
        "Champions", "Loyal", "Potential Loyalists", "New", "Promising", "Needs Attention", "About to Sleep", "Can't Lose Them", "At-Risk",
        "Hibernating", "Lost",
    ]);

    [Fact]
    public void Short_HasTheFivePublishedNames() => SegmentNamings.Short.Segments.Select(segment => segment.Name).ShouldBe(
        ["Champions", "Loyal Customers", "Potential Loyalists", "New Customers", "At-Risk Customers"]);

    [Fact]
    public void EveryNaming_EveryCell_BelongsToExactlyOneSegment()
    {
        foreach (var naming in Namings)
        {
            foreach (var cell in RfmScores.All)
            {
                naming.Segments.Count(segment => segment.Boxes.Count(box => box.Contains(cell)) == 1).ShouldBe(1, $"{cell}");
                naming.Segments.Sum(segment => segment.Boxes.Count(box => box.Contains(cell))).ShouldBe(1, $"{cell}");
            }
        }
    }

    [Fact]
    public void EveryNaming_EverySegment_HasCellsTextsAndAKeyOfItsOwn()
    {
        foreach (var naming in Namings)
        {
            naming.Segments.Select(segment => segment.Key).ShouldBeUnique(StringComparer.Ordinal);
            naming.Segments.Select(segment => segment.Name).ShouldBeUnique(StringComparer.Ordinal);
            naming.KeyOfCell.Distinct(StringComparer.Ordinal).Count().ShouldBe(naming.Segments.Count);
            foreach (var segment in naming.Segments)
            {
                segment.Key.ShouldMatch("^[a-z]+(-[a-z]+)*$");
                segment.Description.ShouldEndWith(".");
                segment.Advice.ShouldEndWith(".");
                segment.Definition.ShouldBe($"rfm.segment is \"{segment.Key}\"");
            }
        }
    }

    [Fact]
    public void Short_EverySegment_IsMadeOfWholeSegmentsOfTheFullForm()
    {
        var homes = RfmScores.All.GroupBy(cell => SegmentNamings.Full.Of(cell).Key, cell => SegmentNamings.Short.Of(cell).Key, StringComparer.Ordinal);
        foreach (var home in homes)
        {
            home.Distinct(StringComparer.Ordinal).Count().ShouldBe(1, home.Key);
        }
    }

    [Theory]
    [InlineData(5, 5, 5, "champions")]
    [InlineData(4, 4, 4, "champions")]
    [InlineData(5, 5, 3, "loyal")]
    [InlineData(3, 5, 5, "loyal")]
    [InlineData(5, 2, 5, "potential-loyalists")]
    [InlineData(5, 1, 5, "new")]
    [InlineData(4, 1, 1, "promising")]
    [InlineData(3, 3, 3, "needs-attention")]
    [InlineData(3, 1, 4, "needs-attention")]
    [InlineData(3, 2, 3, "about-to-sleep")]
    [InlineData(2, 5, 5, "cant-lose-them")]
    [InlineData(1, 4, 4, "cant-lose-them")]
    [InlineData(2, 3, 1, "at-risk")]
    [InlineData(1, 1, 5, "at-risk")]
    [InlineData(2, 1, 1, "hibernating")]
    [InlineData(1, 1, 1, "lost")]
    public void Full_KnownCell_HasTheNameAMarketerExpects(int recency, int frequency, int monetary, string key) =>
        SegmentNamings.Full.Of(new RfmScores(recency, frequency, monetary)).Key.ShouldBe(key);

    [Fact]
    public void Champions_DominateEveryOtherSegment()
    {
        // No customer outside has scores at least as good as some champion's on every axis: better scores never lose the crown.
        foreach (var naming in Namings)
        {
            var champions = RfmScores.All.Where(cell => naming.Of(cell).Key == "champions").ToList();
            var others = RfmScores.All.Except(champions);
            others.ShouldAllBe(other => champions.All(champion => !AtLeast(other, champion)));
        }
    }

    [Fact]
    public void Lost_IsDominatedByEveryOtherSegment()
    {
        var lost = RfmScores.All.Where(cell => SegmentNamings.Full.Of(cell).Key == "lost").ToList();
        RfmScores.All.Except(lost).ShouldAllBe(other => lost.All(cell => !AtLeast(cell, other)));
    }

    [Fact]
    public void Full_ScoreRises_NeverFallsBackOnRecencyAlone()
    {
        // With frequency and money unchanged, buying more recently never moves a customer to a quieter group.
        string[][] stages =
        [
            ["lost", "hibernating", "at-risk", "cant-lose-them"], ["about-to-sleep", "needs-attention"],
            ["champions", "loyal", "potential-loyalists", "new", "promising"],
        ];
        foreach (var cell in RfmScores.All.Where(cell => cell.Recency < 5))
        {
            Stage(cell with { Recency = cell.Recency + 1 }).ShouldBeGreaterThanOrEqualTo(Stage(cell), $"{cell}");
        }

        int Stage(RfmScores cell) => Array.FindIndex(stages, stage => stage.Contains(SegmentNamings.Full.Of(cell).Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("champions", "r ≥ 4, f ≥ 4, m ≥ 4")]
    [InlineData("loyal", "(r ≥ 4, f ≥ 4, m ≤ 3) or (r = 3, f ≥ 4)")]
    [InlineData("potential-loyalists", "r ≥ 4, f 2–3")]
    [InlineData("new", "r = 5, f = 1")]
    public void Rule_IsPrintedAsPublished(string key, string rule)
    {
        SegmentNamings.Full.TryFind(key, out var segment).ShouldBeTrue();
        segment.Rule.ShouldBe(rule);
    }

    [Fact]
    public void Documentation_PrintsTheRulesOfBothForms()
    {
        MarkdownTable.Read("docs/concepts/rfm.md", "segment", "key", "rule").Select(row => (row[0], row[1], row[2]))
            .ShouldBe(SegmentNamings.Full.Segments.Select(segment => (segment.Name, segment.Key, segment.Rule)));
        MarkdownTable.Read("docs/concepts/rfm.md", "segment", "key", "rule", "made of").Select(row => (row[0], row[1], row[2], row[3]))
            .ShouldBe(SegmentNamings.Short.Segments.Select(segment => (segment.Name, segment.Key, segment.Rule, PartsOf(segment))));

        static string PartsOf(NamedSegment merged) => string.Join(
            ", ", SegmentNamings.Full.Segments.Where(part => RfmScores.All.Any(cell => part.Contains(cell) && merged.Contains(cell))).Select(part => part.Name));
    }

    [Fact]
    public void Documentation_GridOfRecencyAndFrequency_NamesTheSegmentsOfEachCellByMoney()
    {
        foreach (var row in MarkdownTable.Read("docs/concepts/rfm.md", "", "f = 1"))
        {
            var recency = row[0][^1] - '0';
            for (var frequency = 1; frequency <= 5; frequency++)
            {
                var byMoney = Enumerable.Range(1, 5).Reverse().Select(money => SegmentNamings.Full.Of(new RfmScores(recency, frequency, money)).Name);
                row[frequency].ShouldBe(string.Join(" / ", byMoney.Distinct(StringComparer.Ordinal)));
            }
        }
    }

    [Fact]
    public void Constructor_CellInTwoSegments_NamesTheCellAndBoth()
    {
        var everything = new ScoreBox(ScoreRange.Any, ScoreRange.Any, ScoreRange.Any);
        var error = Should.Throw<ArgumentException>(() => new SegmentNaming(
            [new NamedSegment("one", "One", "", "", [everything]), new NamedSegment("two", "Two", "", "", [everything])]));
        error.Message.ShouldContain("belongs to 2 segments (one, two)");
    }

    private static bool AtLeast(RfmScores cell, RfmScores other) =>
        cell.Recency >= other.Recency && cell.Frequency >= other.Frequency && cell.Monetary >= other.Monetary;
}
