using Tessera.Segments.Explaining;
using Tessera.Segments.Live;

namespace Tessera.Server.Segments.Live;

/// <summary>The segments of a workspace that follow each call, ready to be evaluated.</summary>
/// <param name="Fingerprint">Another one when anything that the states of customers depend on is another.</param>
/// <param name="Segments">The segments.</param>
/// <param name="Needs">What each of them reads.</param>
internal sealed record LivePlan(string Fingerprint, LiveSegments Segments, IReadOnlyList<HistoryNeeds> Needs)
{
    /// <summary>Whether the context of calls is read.</summary>
    public bool ReadsContext { get; } = Needs.Any(needs => needs.Context);

    /// <summary>Whether events of every name are read.</summary>
    public bool ReadsAllEvents { get; } = Needs.Any(needs => needs.AllEvents);

    /// <summary>The names of the events read.</summary>
    public IReadOnlyList<string> Events { get; } = [.. Needs.SelectMany(needs => needs.Events).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a call of a kind and name is read.</summary>
    public bool Reads(CallType type, string? name)
    {
        foreach (var needs in Needs)
        {
            if (needs.Reads(type, name))
            {
                return true;
            }
        }

        return false;
    }
}
