using Tessera.Segments;

namespace Tessera.Server.Segments.Rules;

/// <summary>A segment that somebody wrote in the segment language.</summary>
/// <param name="Key">Its name in URLs and in other segments.</param>
/// <param name="Version">The version in force, from 1.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it is for, or empty.</param>
/// <param name="Definition">Its canonical text.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ChangedAt">When this version was made.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Computed">The version that the kept membership is of; null until it was computed first.</param>
/// <param name="ComputedAt">The instant the kept membership is of.</param>
/// <param name="Size">How many members there were then.</param>
/// <param name="Failure">Why the last try to compute it failed; null when it did not.</param>
/// <param name="Library">The ready segment it was made of; null when it was written by hand.</param>
internal sealed record RuleSegment(
    string Key,
    long Version,
    string Name,
    string Description,
    string Definition,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    string ChangedBy,
    long? Computed,
    DateTimeOffset? ComputedAt,
    long Size,
    string? Failure,
    string? Library)
{
    /// <summary>What people wrote about it.</summary>
    public RuleText Text => new(Name, Description, Definition);

    /// <summary>Whether the kept membership is of the version in force.</summary>
    public bool IsComputed => Computed == Version;

    /// <summary>The definition as a tree; definitions are checked before they are kept.</summary>
    public Segment Tree => Segment.Parse(Definition).Segment ?? throw new InvalidOperationException($"The definition of segment \"{Key}\" cannot be read.");
}
