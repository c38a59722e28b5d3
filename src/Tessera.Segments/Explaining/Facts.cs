using System.Text.Json;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Live;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining;

/// <summary>What is known of a customer at an instant, and nothing later: calls in order, and values as they stand.</summary>
internal sealed record Facts
{
    private Facts(Guid profile, long now, long firstSeen, LiveCalendar calendar) => (Profile, Now, FirstSeen, Calendar) = (profile, now, firstSeen, calendar);

    internal Guid Profile { get; }

    /// <summary>The instant, in microseconds since 1970.</summary>
    internal long Now { get; init; }

    internal long FirstSeen { get; }

    internal LiveCalendar Calendar { get; }

    internal TimeZoneInfo Zone => Calendar.Zone;

    /// <summary>Whether the customer exists yet.</summary>
    internal bool IsSeen => FirstSeen <= Now;

    /// <summary>The customer's calls.</summary>
    internal IReadOnlyList<Deed> Calls { get; init; } = [];

    /// <summary>The id of the company, or null.</summary>
    internal string? Company { get; init; }

    /// <summary>What everybody in the company did.</summary>
    internal IReadOnlyList<Deed> CompanyEvents { get; init; } = [];

    /// <summary>The group calls about the company.</summary>
    internal IReadOnlyList<Deed> Groups { get; init; } = [];

    internal IReadOnlyList<MembershipChange> MembershipChanges { get; init; } = [];

    internal IReadOnlyList<ConsentChange> Consents { get; init; } = [];

    internal JsonElement Computed { get; init; }

    internal Func<ValuePath, ScoreRank>? Rank { get; init; }

    internal static Facts Of(CustomerHistory history, DateTimeOffset at, TimeZoneInfo zone)
    {
        var now = Microseconds.Of(at);
        return new Facts(history.Profile, now, Microseconds.Of(history.FirstSeen), new LiveCalendar(zone))
        {
            Calls = Known(history.Calls, now),
            Company = history.Company?.Id,
            CompanyEvents = Known(history.Company?.Events ?? [], now),
            Groups = Known(history.Company?.Groups ?? [], now),
            MembershipChanges = [.. history.MembershipChanges.Where(change => Microseconds.Of(change.Time) <= now).OrderBy(change => change.Time).ThenBy(change => change.Entered)],
            Consents = [.. history.Consents.Where(change => Microseconds.Of(change.Time) <= now).OrderBy(change => change.Time).ThenByDescending(change => change.Given)],
            Computed = history.Computed,
            Rank = history.Rank,
        };
    }

    /// <summary>The value that a path leads to, and the call that set it where one did.</summary>
    internal (RawValue Value, Deed? Setter) Read(ValuePath path)
    {
        var inner = path.Segments.Skip(1).ToList();
        if (Namespaces.IsOwnTrait(path))
        {
            return Set(Calls.Where(deed => deed.Call.Type == CallType.Identify), path.Root, inner);
        }

        switch (path.Root)
        {
            case Namespaces.Company:
                return Company is null ? default : Set(Groups, inner[0], inner.Skip(1));
            case Namespaces.Context:
                var latest = Calls.LastOrDefault(deed => deed.Call.Context.ValueKind == JsonValueKind.Object && deed.Call.Context.GetPropertyCount() > 0);
                return latest is null ? default : (RawValue.At(latest.Call.Context, inner), latest);
            default:
                return (RawValue.At(Computed, path.Segments), null);
        }
    }

    private static (RawValue Value, Deed? Setter) Set(IEnumerable<Deed> calls, string name, IEnumerable<string> inner)
    {
        var setter = calls.LastOrDefault(deed => deed.Call.Values.ValueKind == JsonValueKind.Object && deed.Call.Values.TryGetProperty(name, out _));
        return setter is null ? default : (RawValue.At(setter.Call.Values.GetProperty(name), [.. inner]), setter);
    }

    private static List<Deed> Known(IReadOnlyList<LiveCall> calls, long now)
    {
        List<Deed> known = [.. calls.Where(call => call.At <= now).Select(call => new Deed(call))];
        known.Sort(Deed.Order);
        return known;
    }
}
