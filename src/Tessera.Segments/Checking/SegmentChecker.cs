using Tessera.Segments.Text;

namespace Tessera.Segments.Checking;

/// <summary>
/// Checks segments against a workspace: names it does not know (warnings, since data may come later), values and types that
/// cannot match, references that lead nowhere or in a circle, conditions that say nothing, and cost.
/// </summary>
/// <param name="catalogue">What the workspace's data holds.</param>
/// <param name="segments">The workspace's segments.</param>
/// <param name="maxWork">The most <see cref="CostEstimate.Work"/> accepted; by default there is no limit.</param>
public sealed class SegmentChecker(ICatalogue catalogue, ISegmentResolver segments, long maxWork = long.MaxValue)
{
    /// <summary>
    /// Checks what a text was read as. Of a text with errors, what could be read is checked too, so that all reasons are given at once; only cost is not estimated.
    /// </summary>
    /// <param name="parsed">What reading gave.</param>
    /// <param name="key">The key the segment has or will have, to see whether it refers to itself; null for none.</param>
    public CheckResult Check(ParseResult parsed, string? key = null)
    {
        if (parsed.Recovered is not { } segment)
        {
            return new CheckResult(parsed.Diagnostics, [], new CostEstimate(0, 0, 0, 0, 0));
        }

        var problems = new DiagnosticBag(parsed.Sources);
        var names = new NameCheck(catalogue, parsed.Sources, problems);
        foreach (var condition in Conditions.In(segment.Definition))
        {
            names.Check(condition);
        }

        ConstantCheck.Check(segment.Definition, parsed.Sources, problems);
        CheckReferences(segment, key, parsed.Sources, problems);
        if (parsed.Segment is null)
        {
            // What stands where an error is may be a stand-in, of which there is nothing to say.
            var sound = problems.InOrder().Where(problem => !parsed.Diagnostics.Any(mistake => Overlap(mistake.Span, problem.Span)));
            return new CheckResult([.. parsed.Diagnostics.Concat(sound).OrderBy(problem => problem.Span.Offset)], [], new CostEstimate(0, 0, 0, 0, 0));
        }

        var cost = CostEstimator.Estimate(segment, segments, catalogue);
        if (cost.Work > maxWork)
        {
            problems.Add(
                DiagnosticSeverity.Error,
                DiagnosticCodes.TooExpensive,
                $"Evaluating this would read about {cost.Events} events, {cost.PropertyValues} of their properties and {cost.Traits} traits, "
                    + $"{(double)cost.Work / maxWork:0.#} times as much as allowed. Name the events it is about, or test fewer properties.",
                parsed.Sources.SpanOf(segment));
        }

        if (cost.Conditions > Segment.MaxConditions)
        {
            problems.Add(
                DiagnosticSeverity.Error,
                DiagnosticCodes.TooExpensive,
                $"There are {cost.Conditions} conditions in this, with every step of a sequence and those of the segments it is made of; "
                    + $"at most {Segment.MaxConditions} are evaluated together. Leave some out, or name several values in one condition.",
                parsed.Sources.SpanOf(segment));
        }

        return new CheckResult([.. parsed.Diagnostics.Concat(problems.InOrder()).OrderBy(problem => problem.Span.Offset)], SegmentReferences.Of(segment), cost);
    }

    /// <summary>Checks a segment that has no text of its own, such as one from JSON; positions are those of its canonical text.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="key">The key the segment has or will have; null for none.</param>
    public CheckResult Check(Segment segment, string? key = null) => Check(Segment.Parse(segment.ToString()), key);

    private void CheckReferences(Segment segment, string? key, SourceMap sources, DiagnosticBag problems)
    {
        foreach (var condition in Conditions.In(segment.Definition))
        {
            if (SegmentReferences.Key(condition) is not { } reference)
            {
                continue;
            }

            if (reference.Value != key && !segments.Exists(reference.Value))
            {
                var nearest = Nearest.To(reference.Value, segments.Keys);
                problems.Add(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.UnknownSegment,
                    $"There is no segment {reference}.{DidYouMean(nearest)}",
                    sources.SpanOf(reference),
                    suggestion: nearest is null ? null : Printer.Quote(nearest));
            }
            else if (condition is EnteredSegment or LeftSegment or HasBeenInSegment && reference.Value != key && !segments.KeepsHistory(reference.Value))
            {
                problems.Add(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.NoHistory,
                    $"Who entered and left the segment {reference} when is not kept, since it is computed of all customers at once. "
                        + $"Ask for who is in it now: in segment {reference}.",
                    sources.SpanOf(condition));
            }
            else if (FindCycle(segment, key, reference.Value) is { } cycle)
            {
                problems.Add(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.Cycle,
                    $"Segments cannot refer to one another in a circle: {string.Join(" → ", cycle)}.",
                    sources.SpanOf(reference));
            }
            else if (reference.Value != key && segments.Fault(reference.Value) is { } fault)
            {
                problems.Add(DiagnosticSeverity.Error, DiagnosticCodes.FaultySegment, fault, sources.SpanOf(reference));
            }
        }
    }

    // The circle is looked for through each reference by itself, so that every reference that closes one is reported.
    private IReadOnlyList<string>? FindCycle(Segment segment, string? key, string reference) => key is null
        ? segments.Find(reference) is { } other ? SegmentReferences.FindCycle(reference, other, segments) : null
        : SegmentReferences.FindCycle(key, new Segment(new InSegment(new SegmentKey(reference))), new WithOwn(segments, key, segment));

    private static bool Overlap(TextSpan left, TextSpan right) => left.Offset < right.Offset + right.Length && right.Offset < left.Offset + left.Length;

    private static string DidYouMean(string? nearest) => nearest is null ? string.Empty : $" Did you mean {Printer.Quote(nearest)}?";

    /// <summary>The other segments as they are, and the one under check as it would be.</summary>
    private sealed class WithOwn(ISegmentResolver others, string key, Segment segment) : ISegmentResolver
    {
        public IEnumerable<string> Keys => others.Keys;

        public bool Exists(string name) => name == key || others.Exists(name);

        public Segment? Find(string name) => name == key ? segment : others.Find(name);

        public bool KeepsHistory(string name) => others.KeepsHistory(name);

        public string? Fault(string name) => others.Fault(name);
    }
}
