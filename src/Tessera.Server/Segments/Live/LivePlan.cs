using Tessera.Segments.Explaining;
using Tessera.Segments.Live;

namespace Tessera.Server.Segments.Live;

/// <summary>The segments of a workspace that follow each call, ready to be evaluated.</summary>
/// <param name="Fingerprint">Another one when anything that the states of customers depend on is another.</param>
/// <param name="Segments">The segments.</param>
/// <param name="Needs">What each of them reads.</param>
/// <param name="Versions">For each segment, another one when its meaning is another.</param>
internal sealed record LivePlan(long Fingerprint, LiveSegments Segments, IReadOnlyList<HistoryNeeds> Needs, IReadOnlyDictionary<string, long> Versions)
{
    /// <summary>Marks states whose memberships are not compared yet with what is recorded; no plan has this fingerprint.</summary>
    public const long ToBeCompared = 1;

    /// <summary>The keys of the segments.</summary>
    public IReadOnlySet<string> Keys { get; } = Segments.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether consents are asked for, which calls of any kind may give.</summary>
    public bool ReadsConsents { get; init; }

    /// <summary>Whether the context of calls is read.</summary>
    public bool ReadsContext { get; } = Needs.Any(needs => needs.Context);

    /// <summary>Whether events of every name are read.</summary>
    public bool ReadsAllEvents { get; } = Needs.Any(needs => needs.AllEvents);

    /// <summary>The names of the events read.</summary>
    public IReadOnlySet<string> Events { get; } = Needs.SelectMany(needs => needs.Events).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a call of a kind and name is read.</summary>
    public bool Reads(CallType type, string? name) => type == CallType.Track && !ReadsContext
        ? ReadsAllEvents || (name is not null && Events.Contains(name))
        : Needs.Any(needs => needs.Reads(type, name));
}
