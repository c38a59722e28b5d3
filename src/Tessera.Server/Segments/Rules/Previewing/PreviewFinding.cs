namespace Tessera.Server.Segments.Rules.Previewing;

/// <summary>What the engine found of a definition among some customers.</summary>
/// <param name="Total">How many customers there were.</param>
/// <param name="Members">How many of them belong.</param>
/// <param name="Sample">The first of these in the order of profile ids.</param>
/// <param name="Others">The kept segments that any of these are in.</param>
/// <param name="Shared">How many of these are in each.</param>
internal sealed record PreviewFinding(long Total, long Members, Guid[] Sample, string[] Others, long[] Shared)
{
    /// <summary>What there is among no customers.</summary>
    public static PreviewFinding Nobody { get; } = new(0, 0, [], [], []);

    // As many as are shown.
    private const int SampleSize = 10;

    /// <summary>What was found among these customers and those that come after them in the order of profile ids.</summary>
    public PreviewFinding And(PreviewFinding next)
    {
        var shared = Others.Zip(Shared).Concat(next.Others.Zip(next.Shared))
            .GroupBy(other => other.First, other => other.Second, StringComparer.Ordinal)
            .Select(other => (Key: other.Key, Count: other.Sum()))
            .ToList();
        return new PreviewFinding(
            Total + next.Total,
            Members + next.Members,
            [.. Sample.Concat(next.Sample).Take(SampleSize)],
            [.. shared.Select(other => other.Key)],
            [.. shared.Select(other => other.Count)]);
    }
}
