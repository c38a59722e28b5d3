using System.Diagnostics.CodeAnalysis;

namespace Tessera.Server.Segments.Rfm.Naming;

/// <summary>A set of named segments that shares out all 125 cells of scores, each to exactly one segment.</summary>
internal sealed class SegmentNaming
{
    private readonly NamedSegment[] segmentOfCell;

    /// <summary>Takes the segments in the order in which people read them, best first.</summary>
    /// <exception cref="ArgumentException">A cell belongs to no segment, or to two.</exception>
    public SegmentNaming(IReadOnlyList<NamedSegment> segments)
    {
        Segments = segments;
        segmentOfCell = [.. RfmScores.All.Select(cell => OnlyOne(segments, cell))];
    }

    /// <summary>The segments, best first.</summary>
    public IReadOnlyList<NamedSegment> Segments { get; }

    /// <summary>The key of each of the 125 cells, by <see cref="RfmScores.Index"/>.</summary>
    public IReadOnlyList<string> KeyOfCell => [.. segmentOfCell.Select(segment => segment.Key)];

    /// <summary>The segment of customers with these scores.</summary>
    public NamedSegment Of(RfmScores scores) => segmentOfCell[scores.Index];

    /// <summary>Finds a segment by its key.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out NamedSegment? segment)
    {
        segment = Segments.FirstOrDefault(candidate => candidate.Key == key);
        return segment is not null;
    }

    private static NamedSegment OnlyOne(IReadOnlyList<NamedSegment> segments, RfmScores cell)
    {
        var owners = segments.Where(segment => segment.Contains(cell)).ToList();
        return owners.Count == 1
            ? owners[0]
            : throw new ArgumentException(
                $"{cell} belongs to {owners.Count} segments ({string.Join(", ", owners.Select(owner => owner.Key))}); it must be exactly one.",
                nameof(segments));
    }
}
