using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Explaining;

/// <summary>Says in words why the model puts a customer where it does.</summary>
internal sealed class RfmExplainer
{
    private readonly RfmResult result;
    private readonly SegmentNaming naming;
    private readonly ScoreText text;

    /// <summary>Explains the segments of one computation, amounts in the given currency.</summary>
    public RfmExplainer(RfmResult result, string currency)
    {
        this.result = result;
        naming = SegmentNamings.Of(result.Options.Naming);
        text = new ScoreText(result.Options, result.Cutoffs ?? new RfmCutoffs([null, null, null, null], [null, null, null, null], [null, null, null, null]), currency);
    }

    /// <summary>Why a customer is in the segment they are in, in one sentence.</summary>
    public string Why(ScoredCustomer customer) =>
        $"Last order {ScoreText.DaysAgo(customer.RecencyDays)} ({text.RecencyScore(customer.R)}), "
        + $"{ScoreText.Orders(customer.Frequency)} ({text.FrequencyScore(customer.F)}) and {text.Money(customer.Monetary)} ({text.MonetaryScore(customer.M)}) "
        + $"→ {naming.Of(customer.Scores).Name}.";

    /// <summary>Why a scored customer is, or is not, in a segment.</summary>
    public Explanation Explain(NamedSegment segment, ScoredCustomer customer)
    {
        var member = segment.Contains(customer.Scores);
        var conditions = Conditions(segment.Nearest(customer.Scores), customer).ToList();
        var sentence = member ? Why(customer) : $"{Why(customer)} {WhyNot(segment, conditions)}";
        return Explained(segment, customer.ProfileId, member, sentence, conditions);
    }

    /// <summary>Why a customer who has no scores is not in a segment.</summary>
    public Explanation Explain(NamedSegment segment, Guid profileId)
    {
        var needed = Needed();
        return Explained(
            segment,
            profileId,
            member: false,
            $"Not in {segment.Name}, nor in any other segment of the model: no purchase {needed}.",
            [new ExplainedCondition("Purchases", "none", $"at least one {needed}", Holds: false)]);
    }

    private static Explanation Explained(NamedSegment segment, Guid profile, bool member, string sentence, IReadOnlyList<ExplainedCondition> conditions) =>
        new(segment.Key, profile, At: null, member, sentence, ChangesAt: null, ChangesTo: null, Root: null, SmallestChange: null, conditions);

    private static string WhyNot(NamedSegment segment, List<ExplainedCondition> conditions)
    {
        var failing = conditions.Where(condition => !condition.Holds).Select(condition => $"{condition.Label.ToLowerInvariant()} {condition.Text}");
        return $"{segment.Name} would need {string.Join(" and ", failing)}.";
    }

    private IEnumerable<ExplainedCondition> Conditions(ScoreBox box, ScoredCustomer customer)
    {
        if (!box.Recency.IsAny)
        {
            yield return new ExplainedCondition(
                "Recency", ScoreText.DaysAgo(customer.RecencyDays), $"score {box.Recency}: {text.RecencyRange(box.Recency)}", box.Recency.Contains(customer.R));
        }

        if (!box.Frequency.IsAny)
        {
            yield return new ExplainedCondition(
                "Frequency", ScoreText.Orders(customer.Frequency), $"score {box.Frequency}: {text.FrequencyRange(box.Frequency)}", box.Frequency.Contains(customer.F));
        }

        if (!box.Monetary.IsAny)
        {
            yield return new ExplainedCondition(
                "Monetary", text.Money(customer.Monetary), $"score {box.Monetary}: {text.MonetaryRange(box.Monetary)}", box.Monetary.Contains(customer.M));
        }
    }

    private string Needed() => (result.ReferenceDate, result.Options.WindowDays) switch
    {
        ({ } date, { } days) => $"in the {days} days before {date:yyyy-MM-dd}",
        ({ } date, null) => $"before {date:yyyy-MM-dd}",
        _ => "by any known customer so far",
    };
}
