namespace Tessera.Server.Segments.Rules;

/// <summary>What came of changing the segments of a workspace, all of it or nothing.</summary>
/// <param name="IsDone">Whether it was done.</param>
/// <param name="Circle">Where it was not: the circle of segments that it would have closed, the first and last the same; or empty.</param>
/// <param name="Key">Where it was not: the segment that could not be deleted, or that is referred to and is not there any more; or empty.</param>
/// <param name="Dependants">The segments that refer to the one that could not be deleted.</param>
internal sealed record RuleOutcome(bool IsDone, IReadOnlyList<string> Circle, string Key, IReadOnlyList<string> Dependants)
{
    /// <summary>It was done.</summary>
    public static RuleOutcome Done { get; } = new(IsDone: true, [], string.Empty, []);

    /// <summary>A segment was not, or not any more, as the change takes it to be: it is there, or gone, or another version.</summary>
    public static RuleOutcome Outdated { get; } = new(IsDone: false, [], string.Empty, []);
}
