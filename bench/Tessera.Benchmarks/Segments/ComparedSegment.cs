using Tessera.Segments;

namespace Tessera.Benchmarks.Segments;

/// <summary>A segment, and the query that one would write for it by hand.</summary>
/// <param name="Definition">The segment.</param>
/// <param name="ByHand">How many belong, in SQL.</param>
internal sealed record ComparedSegment(Segment Definition, string ByHand)
{
    /// <summary>The fifty of <c>compared.sql</c>.</summary>
    public static IReadOnlyList<ComparedSegment> All()
    {
        using var stream = typeof(ComparedSegment).Assembly.GetManifestResourceStream("Tessera.Benchmarks.Segments.compared.sql")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("\n\n-- ").Skip(1).Select(Read)];
    }

    private static ComparedSegment Read(string entry)
    {
        var end = entry.IndexOf('\n', StringComparison.Ordinal);
        return new ComparedSegment(
            Segment.Parse(entry[..end]).Segment ?? throw new InvalidOperationException($"{entry[..end]} cannot be read."), entry[(end + 1)..].TrimEnd());
    }
}
