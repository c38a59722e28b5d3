using Tessera.Segments.Checking;
using Tessera.Segments.Explaining.Changing;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>Finds how parts of definitions apply to what is known of a customer.</summary>
internal sealed class Judge
{
    private readonly ISegmentResolver references;
    private readonly int depth;
    private readonly Dictionary<string, ParseResult?> definitions;

    internal Judge(Facts facts, ISegmentResolver references)
        : this(facts, references, 0, new Dictionary<string, ParseResult?>(StringComparer.Ordinal), new Effort())
    {
    }

    private Judge(Facts facts, ISegmentResolver references, int depth, Dictionary<string, ParseResult?> definitions, Effort effort) =>
        (Facts, this.references, this.depth, this.definitions, Effort) = (facts, references, depth, definitions, effort);

    internal Facts Facts { get; }

    /// <summary>What may still be tried.</summary>
    internal Effort Effort { get; }

    /// <summary>The same over other facts.</summary>
    internal Judge At(Facts other) => new(other, references, depth, definitions, Effort);

    /// <summary>
    /// How the definition of another segment applies, and where its parts stand in its canonical text; null when it has none, or when references go deeper than any that is accepted.
    /// </summary>
    internal (Judgement Judgement, SourceMap Sources)? Referred(SegmentKey key)
    {
        if (!definitions.TryGetValue(key.Value, out var parsed))
        {
            definitions.Add(key.Value, parsed = references.Find(key.Value) is { } segment ? Segment.Parse(segment.ToString()) : null);
        }

        return parsed?.Segment is { } definition && depth < Segment.MaxDepth
            ? (new Judge(Facts, references, depth + 1, definitions, Effort).Of(definition.Definition), parsed.Sources)
            : null;
    }

    internal Judgement Of(Expression expression) => expression switch
    {
        All all => new JoinedJudgement(all, "all", all.Items.Count, all.Items, this),
        Any any => new JoinedJudgement(any, "any", 1, any.Items, this),
        AtLeastOf group => new JoinedJudgement(group, "atLeastOf", group.Minimum, group.Items, this),
        Not not => new NotJudgement(not, this),
        TraitCondition { Test: HasBeen } trait => new HasBeenJudgement(trait, this),
        TraitCondition { Test: IsInExtremeShare } trait => new RankJudgement(trait, this),
        TraitCondition trait => new TraitJudgement(trait, this),
        Did did => new DidJudgement(did, did, this),
        DidRegularly regular => new RegularJudgement(regular, regular, this),
        DidSequence sequence => new SequenceJudgement(sequence, sequence, this),
        CompanyDid { Condition: Did did } company => new DidJudgement(company, did, this),
        CompanyDid { Condition: DidRegularly regular } company => new RegularJudgement(company, regular, this),
        CompanyDid { Condition: DidSequence sequence } company => new SequenceJudgement(company, sequence, this),
        MeasureCondition { Measure.IsNumber: true } measure => new NumberJudgement(measure, this),
        MeasureCondition measure => new ValueJudgement(measure, this),
        TrendCondition trend => new TrendJudgement(trend, this),
        RecencyCondition recency => new RecencyJudgement(recency, this),
        InSegment member => new InSegmentJudgement(member, this),
        EnteredSegment entered => new ChangedJudgement(entered, entered.Key, entered.Period, isEntry: true, this),
        LeftSegment left => new ChangedJudgement(left, left.Key, left.Period, isEntry: false, this),
        HasBeenInSegment member => new HasBeenInJudgement(member, this),
        ConsentsTo consent => new ConsentJudgement(consent, this),
        InRandomShare share => new ChanceJudgement(share, this),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };
}
