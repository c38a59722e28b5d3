namespace Tessera.Segments.Text;

/// <summary>The conditions of a segment, by their first words.</summary>
internal sealed partial class Parser
{
    private Expression? ReadCondition()
    {
        Offer(SlotKind.Trait);
        // A word before a test is a path, whatever else it can mean: 'company is "Acme"'.
        if (StartsTest(1) && !Words.IsJoint(Current.Value) && !(Current.Is("has") && Peek().Is("been")))
        {
            return ReadTraitCondition();
        }

        if (Take("did"))
        {
            return ReadDid();
        }

        if (Take("company did"))
        {
            return ReadCompanyDid();
        }

        if (Take("last did") || Take("first did"))
        {
            return ReadRecency(Peek(-2).Is("first") ? Occurrence.First : Occurrence.Last);
        }

        if (Take("in segment"))
        {
            return ReadSegmentKey() is { } key ? new InSegment(key) : null;
        }

        if (Take("has been in segment"))
        {
            return ReadSegmentKey() is { } key && Demand("for at least") && ReadDuration() is { } length ? new HasBeenInSegment(key, length) : null;
        }

        if (Current.Is("was") && Peek().Is("in") && Peek(2).Is("segment"))
        {
            return ReadWasInSegment();
        }

        if (Take("entered segment"))
        {
            return ReadSegmentKey() is { } key && ReadPeriod() is { } period ? new EnteredSegment(key, period) : null;
        }

        if (Take("left segment"))
        {
            return ReadSegmentKey() is { } key && ReadPeriod() is { } period ? new LeftSegment(key, period) : null;
        }

        if (Take("consents to"))
        {
            return ReadText() is { } purpose ? new ConsentsTo(purpose) : null;
        }

        if (Take("in random"))
        {
            return ReadPercentage(isShare: true) is { } share && Demand("by") && ReadText() is { } salt ? new InRandomShare(share, salt) : null;
        }

        if (StartsMeasure())
        {
            return ReadMeasureCondition();
        }

        // Nothing was begun, so naming every beginning that was tried would help nobody.
        if (farthest == position && !StartsPath())
        {
            expected.Clear();
            Expect("a condition such as plan is \"free\" or did \"Login\" in the last 7 days", position);
            Fail();
            return null;
        }

        return ReadTraitCondition();
    }

    private SegmentKey? ReadSegmentKey()
    {
        var start = position;
        Offer(SlotKind.Segment);
        return ReadText() is { } key ? Mark(new SegmentKey(key), start) : null;
    }

    private Expression? ReadCompanyDid() => ReadDid() switch
    {
        null => null,
        Not { Operand: PropertyCondition } => Unread,
        Not not => new Not(new CompanyDid(not.Operand)),
        PropertyCondition => Unread,
        var condition => new CompanyDid(condition),
    };

    private RecencyCondition? ReadRecency(Occurrence occurrence)
    {
        if (ReadEvent() is not { } selector)
        {
            return null;
        }

        _ = Take("is"); // 'last did "Login" is more than …' reads the same
        if (ReadDateTest(looksAhead: false) is not { } read)
        {
            Fail();
            return null;
        }

        return read.Test is { } test ? new RecencyCondition(occurrence, selector, test) : null;
    }

    private EventSelector? ReadEvent()
    {
        var start = position;
        EventName? name;
        Offer(SlotKind.Event);
        if (Take("any event"))
        {
            name = null;
        }
        else if (Current.Kind == TokenKind.Text)
        {
            name = Mark(new EventName(Advance().Value), start);
        }
        else if (Current.Kind is TokenKind.Word && !Words.IsKeyword(Current.Value))
        {
            name = ReadUnquotedEvent(start);
        }
        else
        {
            Expect("an event in double quotes", position);
            Fail();
            return null;
        }

        subject = new SlotSubject(null, IsProperty: true, name);
        if (!Take("where"))
        {
            return Mark(new EventSelector(name), start);
        }

        return Mark(new EventSelector(name, ReadAny(isProperty: true)), start);
    }

    /// <summary>Event names are quoted; the words up to the next keyword were meant to be one.</summary>
    private EventName ReadUnquotedEvent(int start)
    {
        List<string> words = [];
        while (Current.Kind == TokenKind.Word && !Words.IsKeyword(Current.Value) && words.Count < 10)
        {
            words.Add(Advance().Value);
        }

        var name = string.Join(' ', words);
        ErrorFrom(start, DiagnosticCodes.BadQuotes, $"Event names are written in double quotes: {Printer.Quote(name)}.", Printer.Quote(name));
        return Mark(new EventName(name), start);
    }

    private Expression ReadWasInSegment()
    {
        Error(
            DiagnosticCodes.Expected,
            "Whoever is in a segment since some time 'has been in segment \"…\" for at least 7 days'; whoever was in it before 'left segment \"…\" in the last 30 days'.",
            Current,
            ["has been", "left"],
            "has been");
        Advance();
        _ = Take("in segment") && ReadSegmentKey() is not null && Take("for at least") && ReadDuration() is not null;
        return Unread;
    }
}
