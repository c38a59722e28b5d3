using Tessera.Segments.Checking;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Judging;

namespace Tessera.Segments.Explaining;

/// <summary>
/// Says why a customer belongs to a segment at an instant, or does not: each part with its truth, the value seen and the calls that decided it, when that changes
/// by itself, and the least that would change the answer.
/// </summary>
/// <remarks>
/// The plainest of the evaluators: it goes through the customer's whole history, and costs about what that is long for each condition. What changes "by itself" changes
/// when no further call comes; kept membership, consents and scores are taken to stay. Anniversaries are followed for twelve years.
/// </remarks>
/// <param name="references">Finds the segments that definitions refer to; one without a definition is read from the kept history of membership.</param>
/// <param name="zone">The workspace's time zone.</param>
public sealed class SegmentExplainer(ISegmentResolver references, TimeZoneInfo zone)
{
    private const int MostEvents = 10;
    private const int MostReasons = 4;

    /// <summary>Explains a definition.</summary>
    /// <param name="segment">The definition.</param>
    /// <param name="history">What is known of the customer.</param>
    /// <param name="at">The instant.</param>
    /// <param name="sources">Where the parts of the definition stand in its text; null for its canonical text.</param>
    public SegmentExplanation Explain(Segment segment, CustomerHistory history, DateTimeOffset at, SourceMap? sources = null)
    {
        var facts = Facts.Of(history, at, zone);
        var judge = new Judge(facts, references);
        var (definition, map) = sources is null ? Parsed(segment) : (segment.Definition, sources);
        var root = judge.Of(definition);
        var told = Told(root, map);
        if (!facts.IsSeen)
        {
            return new SegmentExplanation(at, IsMember: false, "They had not been seen yet at that instant.", ChangesAt: null, told, SmallestChange: null);
        }

        var reasons = Reasons(root, root.Holds).Take(MostReasons + 1).ToList();
        var sentence = string.Join("; and ", reasons.Take(MostReasons)) + (reasons.Count > MostReasons ? "; and more" : string.Empty) + ".";
        return new SegmentExplanation(at, root.Holds, char.ToUpperInvariant(sentence[0]) + sentence[1..], Time(root.Course.NextTurn), told, ChangeFinder.Find(root, judge));
    }

    private static (Expression Definition, SourceMap Sources) Parsed(Segment segment)
    {
        var parsed = Segment.Parse(segment.ToString());
        return (parsed.Segment?.Definition ?? segment.Definition, parsed.Sources);
    }

    /// <summary>The conditions that made the answer what it is, each in its words.</summary>
    private static IEnumerable<string> Reasons(Judgement judgement, bool holds) => judgement switch
    {
        JoinedJudgement joined when joined.Parts.Any(part => part.Holds == holds) => joined.Parts.Where(part => part.Holds == holds).SelectMany(part => Reasons(part, part.Holds)),
        NotJudgement { Parts: [JoinedJudgement or NotJudgement or InSegmentJudgement { Parts.Count: > 0 }] } not => Reasons(not.Parts[0], !holds),
        InSegmentJudgement { Parts.Count: > 0 } member => Reasons(member.Parts[0], holds).Select((reason, index) => index == 0 ? $"{member.Tell().Fact}: {reason}" : reason),
        _ => [judgement.Tell().Sentence(judgement.Holds)],
    };

    private static DateTimeOffset? Time(long? instant) =>
        instant is { } found && found < Microseconds.Of(DateTimeOffset.MaxValue) ? Microseconds.Time(found) : null;

    private static ExplainedPart Told(Judgement judgement, SourceMap sources)
    {
        var account = judgement.Tell();
        var deeds = account.Deeds;
        var inner = (judgement as InSegmentJudgement)?.Sources ?? sources;
        return new ExplainedPart(
            judgement.Kind,
            judgement.Expression.ToString(),
            sources.SpanOf(judgement.Expression),
            judgement.Holds,
            account.Sentence(judgement.Holds),
            account.Value,
            account.Needed,
            [.. deeds.Skip(Math.Max(0, deeds.Count - MostEvents)).Select(deed => deed.Told())],
            Math.Max(0, deeds.Count - MostEvents),
            Time(judgement.Course.NextTurn),
            [.. judgement.Parts.Select(part => Told(part, inner))]);
    }
}
