using Tessera.Segments;

namespace Tessera.Server.Segments.Library;

/// <summary>A ready segment fitted to a workspace.</summary>
/// <param name="Entry">The ready segment.</param>
/// <param name="Definition">Its definition there, canonical where it can be read.</param>
/// <param name="Segment">The definition as a tree; null when something is missing.</param>
/// <param name="Parameters">What can be chosen.</param>
/// <param name="Missing">What the workspace's data lacks.</param>
/// <param name="Work">What evaluating it takes.</param>
internal sealed record FittedEntry(
    LibraryEntry Entry, string Definition, Segment? Segment, IReadOnlyList<LibraryParameter> Parameters, IReadOnlyList<string> Missing, long Work);
