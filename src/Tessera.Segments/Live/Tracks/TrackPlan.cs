using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// One thing a profile keeps: which calls make an entry, what is kept of each, and for how long. Conditions with the same needs share one; it is
/// known by its key, a text that says what it holds, so that a state outlives changes of other definitions.
/// </summary>
internal sealed class TrackPlan(string name, Retention retention, TrackScope scope)
{
    private readonly List<CallPredicate> bits = [];
    private readonly List<(string[] Path, bool IsContext)> dates = [];
    private readonly ContextMemory contexts = new();
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    internal string Key { get; private set; } = name;

    internal TrackScope Scope => scope;

    internal Retention Retention => retention;

    /// <summary>Its place in states.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>The purpose of a consent, the key of a segment; otherwise empty.</summary>
    internal string Subject { get; init; } = string.Empty;

    /// <summary>Of changes of membership, whether those are kept by which it began, or ended; null for both.</summary>
    internal bool? IsEntering { get; init; }

    /// <summary>What an event must be to make an entry; null for any.</summary>
    internal CallPredicate? Where { get; init; }

    /// <summary>The names of the events that may make an entry; null for any event.</summary>
    internal IReadOnlyList<string>? EventNames { get; init; }

    /// <summary>The first instant of which entries are kept.</summary>
    internal long From { get; init; } = long.MinValue;

    /// <summary>The first instant after it of which they are not.</summary>
    internal long To { get; init; } = long.MaxValue;

    internal bool HasIds { get; init; }

    /// <summary>The property whose text is kept; events without one make no entry.</summary>
    internal string[]? TextPath { get; init; }

    /// <summary>Whether events without the text make an entry too. Then a text has a sign in front, and is empty where there is none.</summary>
    internal bool IsTextOptional { get; init; }

    /// <summary>The property whose number is kept, times 10^12; events without one make no entry.</summary>
    internal string[]? NumberPath { get; init; }

    /// <summary>A property without which an event makes no entry.</summary>
    internal string[]? RequiredPath { get; init; }

    /// <summary>Whether the number of an entry is how many there are of it.</summary>
    internal bool IsCounted { get; init; }

    /// <summary>Places for whether a score is among the greatest or least of all, told with the computed values.</summary>
    internal List<(int Slot, ValuePath Score, IsInExtremeShare Share)> Ranks { get; } = [];

    /// <summary>The conditions that read it.</summary>
    internal List<int> Readers { get; } = [];

    internal TrackShape Shape { get; private set; } = new();

    /// <summary>How the key, the shape and what is kept are written together.</summary>
    internal string Signature => $"{Key} | {retention.Name}";

    /// <summary>A place for an answer of yes or no about each call; the same answer has one place.</summary>
    internal int BitSlot(string name, Func<CallPredicate> predicate) => Slot("bit " + name, () =>
    {
        bits.Add(predicate());
        return bits.Count - 1;
    });

    /// <summary>A place for an instant that each call tells.</summary>
    internal int DateSlot(string[] path, bool isContext = false) => Slot($"date {string.Join('\u001f', path)}", () =>
    {
        dates.Add((path, isContext));
        return dates.Count - 1;
    });

    /// <summary>Fixes what is kept, once every condition has said what it needs; states the slots in the key.</summary>
    internal void Close()
    {
        Shape = new TrackShape(HasIds, TextPath is not null || scope == TrackScope.CompanyKey, NumberPath is not null || IsCounted, bits.Count, dates.Count);
        Key += string.Concat(slots.OrderBy(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $" [{entry.Key}]"));
    }

    /// <summary>Makes an entry of a change: of consent, or of membership.</summary>
    internal void Record(long at, bool isOn, ref Track? track)
    {
        if (at >= From && at < To && (IsEntering ?? isOn) == isOn)
        {
            track ??= new Track(Shape);
            var index = track.Insert(at, null, comesFirst: !ComesLast(isOn));
            for (var slot = 0; slot < bits.Count; slot++)
            {
                // What changes is always told; the other slot says what to.
                if (isOn || slots.GetValueOrDefault("bit changes", -1) == slot)
                {
                    track.SetBit(index, slot);
                }
            }
        }
    }

    /// <summary>Adds a copy of an entry of another track of the same plan.</summary>
    internal void Insert(Track track, Track other, int index) =>
        track.Insert(other, index, comesFirst: IsOnSlot is { } slot && !ComesLast(other.Bit(index, slot)));

    /// <summary>Makes an entry of a call when it is of the kind kept.</summary>
    /// <returns>Whether there is an entry more.</returns>
    internal bool Record(in LiveCall call, long at, ref Track? track, LiveCalendar calendar)
    {
        if (at < From || at >= To || track is { IsDecided: true } || (Where is not null && !Where.Holds(call)))
        {
            return false;
        }

        var text = TextPath is null ? call.GroupId : Text(RawValue.Property(call, TextPath), track);
        text = IsTextOptional ? text is null ? string.Empty : "=" + text : text;
        var number = NumberPath is null ? 1 : RawValue.Property(call, NumberPath).Addend();
        if ((TextPath is not null && text is null) || number is null || (RequiredPath is not null && RawValue.Property(call, RequiredPath).IsMissing))
        {
            return false;
        }

        if (track is not null && retention.Ignores(track, at, text))
        {
            return false;
        }

        track ??= new Track(Shape);
        var index = track.Insert(at, call.MessageId);
        if (Shape.HasTexts)
        {
            track.SetText(index, text!);
        }

        if (Shape.HasNumbers)
        {
            track.SetNumber(index, number.Value);
        }

        if (scope == TrackScope.Context && contexts.Find(call.Context) is var (words, instants))
        {
            track.SetRow(index, words, instants);
            return true;
        }

        for (var slot = 0; slot < bits.Count; slot++)
        {
            if (bits[slot].Holds(call))
            {
                track.SetBit(index, slot);
            }
        }

        for (var slot = 0; slot < dates.Count; slot++)
        {
            var (path, isContext) = dates[slot];
            var value = isContext ? RawValue.At(call.Context, path) : RawValue.Property(call, path);
            track.SetDate(index, slot, value.Date(calendar.Zone) ?? Track.NoDate);
        }

        if (scope == TrackScope.Context)
        {
            var (found, told) = track.Row(index);
            contexts.Remember(call.Context, found, told);
        }

        return true;
    }

    // The place for what a change was to; null where all entries are changes of one kind, or of calls.
    private int? IsOnSlot => slots.TryGetValue(scope == TrackScope.Consent ? "bit given" : "bit entered", out var slot) ? slot : null;

    // Of changes at one instant, membership ends before it begins, and consent is withdrawn after it was given.
    private bool ComesLast(bool isOn) => isOn != (scope == TrackScope.Consent);

    // Mostly the same text comes again and again.
    private static string? Text(RawValue value, Track? track) =>
        track is { Count: > 0, Shape.HasTexts: true } && track.Text(track.Count - 1) is var last && value.IsText(last) ? last : value.Text();

    private int Slot(string name, Func<int> create)
    {
        if (!slots.TryGetValue(name, out var slot))
        {
            slots.Add(name, slot = create());
        }

        return slot;
    }
}
