using Tessera.Server.Segments.Explaining;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Tests.Segments.Explaining;

public sealed class RfmExplainerTests
{
    private static readonly RfmCutoffs Cutoffs = new([179, 71, 32, 17], [2, 3, 4, 6], [250.26m, 490.52m, 942.34m, 2062.06m]);

    private static readonly RfmResult Result = RfmResult.Nothing with { Cutoffs = Cutoffs, ReferenceDate = new DateOnly(2011, 12, 10) };

    private static readonly ScoredCustomer Ada = new(Guid.Empty, RecencyDays: 3, Frequency: 7, Monetary: 4310m, R: 5, F: 5, M: 5, Segment: "champions");

    [Fact]
    public void Why_Champion_NamesEveryValueItsScoreAndItsCutOff() => new RfmExplainer(Result, "GBP").Why(Ada).ShouldBe(
        "Last order 3 days ago (score 5: within the most recent 20 %, i.e. at most 17 days), 7 orders (score 5: at least 6) "
        + "and £4,310 (score 5: at least £2,062.06) → Champions.");

    [Fact]
    public void Why_LowestScores_SaysWhatTheyFallShortOf()
    {
        var lost = Ada with { RecencyDays = 300, Frequency = 1, Monetary = 12.5m, R = 1, F = 1, M = 1 };
        new RfmExplainer(Result, "SEK").Why(lost).ShouldBe(
            "Last order 300 days ago (score 1: more than 179 days), 1 order (score 1: less than 2) and SEK\u00A012.50 (score 1: less than SEK\u00A0250.26) → Lost.");
    }

    [Fact]
    public void Why_Thresholds_SpeaksOfNoFifths()
    {
        var byThresholds = Result with { Options = new RfmOptions { Scoring = RfmScoring.Thresholds, Thresholds = new RfmThresholds([179, 71, 32, 17], [2, 3, 4, 6], [1, 2, 3, 4]) } };
        new RfmExplainer(byThresholds, "GBP").Why(Ada).ShouldStartWith("Last order 3 days ago (score 5: at most 17 days), 7 orders");
    }

    [Fact]
    public void Explain_Member_HoldsInEveryCondition()
    {
        var explanation = Explain("champions", Ada);

        explanation.Member.ShouldBeTrue();
        explanation.Conditions.ShouldBe(
        [
            new ExplainedCondition("Recency", "3 days ago", "score 4 or 5: at most 32 days", Holds: true),
            new ExplainedCondition("Frequency", "7 orders", "score 4 or 5: at least 4 orders", Holds: true),
            new ExplainedCondition("Monetary", "£4,310", "score 4 or 5: at least £942.34", Holds: true),
        ]);
    }

    [Fact]
    public void Explain_NoMember_SaysWhereTheyAreAndWhatFails()
    {
        var explanation = Explain("cant-lose-them", Ada);

        explanation.Member.ShouldBeFalse();
        explanation.Conditions.Select(condition => condition.Holds).ShouldBe([false, true, true]);
        explanation.Sentence.ShouldEndWith("→ Champions. Can't Lose Them would need recency score 1 or 2: more than 71 days.");
    }

    [Fact]
    public void Explain_SegmentWithSeveralWaysIn_ShowsTheNearest()
    {
        // Loyal is "r ≥ 4, f ≥ 4, m ≤ 3" or "r = 3, f ≥ 4"; a cooling customer with many orders is in by the second.
        var explanation = Explain("loyal", Ada with { RecencyDays = 60, R = 3 });

        explanation.Member.ShouldBeTrue();
        explanation.Conditions.ShouldBe(
        [
            new ExplainedCondition("Recency", "60 days ago", "score 3: 33 to 71 days", Holds: true),
            new ExplainedCondition("Frequency", "7 orders", "score 4 or 5: at least 4 orders", Holds: true),
        ]);
    }

    [Fact]
    public void Explain_CustomerWithoutPurchases_SaysSo()
    {
        SegmentNamings.Full.TryFind("lost", out var segment).ShouldBeTrue();
        var windowed = Result with { Options = new RfmOptions { WindowDays = 90 } };
        var explanation = new RfmExplainer(windowed, "GBP").Explain(segment, Guid.Empty);

        explanation.Member.ShouldBeFalse();
        explanation.Sentence.ShouldBe("Not in Lost, nor in any other segment of the model: no purchase in the 90 days before 2011-12-10.");
        explanation.Conditions.ShouldHaveSingleItem().Holds.ShouldBeFalse();
    }

    [Fact]
    public void Explain_EverybodyAlike_FindsWordsForEveryCellAndSegment()
    {
        // Where all customers are alike nobody reaches a score above 1, so there are no cut-offs to name.
        var alike = Result with { Cutoffs = new RfmCutoffs([null, null, null, null], [null, null, null, null], [null, null, null, null]) };
        var only = Ada with { R = 1, F = 1, M = 1 };
        var explainer = new RfmExplainer(alike, "GBP");

        explainer.Why(only).ShouldBe("Last order 3 days ago (score 1: as everybody), 7 orders (score 1: as everybody) and £4,310 (score 1: as everybody) → Lost.");
        foreach (var segment in SegmentNamings.Full.Segments)
        {
            explainer.Explain(segment, only).Conditions.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Explain_EveryCellAndSegment_MembershipIsWhenEveryConditionHolds()
    {
        foreach (var naming in new[] { RfmNaming.Full, RfmNaming.Short })
        {
            var explainer = new RfmExplainer(Result with { Options = new RfmOptions { Naming = naming } }, "GBP");
            foreach (var cell in RfmScores.All)
            {
                var customer = Ada with { R = (byte)cell.Recency, F = (byte)cell.Frequency, M = (byte)cell.Monetary };
                foreach (var segment in SegmentNamings.Of(naming).Segments)
                {
                    var explanation = explainer.Explain(segment, customer);
                    explanation.Member.ShouldBe(SegmentNamings.Of(naming).Of(cell).Key == segment.Key);
                    explanation.Conditions.All(condition => condition.Holds).ShouldBe(explanation.Member);
                }
            }
        }
    }

    [Theory]
    [InlineData("4310", "GBP", "£4,310")]
    [InlineData("77183.60", "EUR", "€77,183.60")]
    [InlineData("0.0625", "USD", "$0.0625")]
    [InlineData("-12.5", "GBP", "−£12.50")]
    [InlineData("1234567.8", "CHF", "CHF\u00A01,234,567.80")]
    public void Money_AnyAmount_IsWrittenForPeople(string amount, string currency, string expected) =>
        MoneyText.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency).ShouldBe(expected);

    private static Explanation Explain(string key, ScoredCustomer customer)
    {
        SegmentNamings.Full.TryFind(key, out var segment).ShouldBeTrue();
        return new RfmExplainer(Result, "GBP").Explain(segment, customer);
    }
}
