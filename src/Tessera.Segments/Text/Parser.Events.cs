namespace Tessera.Segments.Text;

/// <summary>What customers did: quantities, periods and sequences.</summary>
internal sealed partial class Parser
{
    private Expression? ReadDid()
    {
        var start = position - 1;
        var negated = Take("not do");
        if (!negated && Current.Is("not"))
        {
            Demand("not do");
            return null;
        }

        if (ReadEvent() is not { } selector)
        {
            return null;
        }

        Offer("then", "and then did not do");
        var condition = StartsThen() ? ReadSequence(selector) : ReadCounted(selector);
        if (condition is not null)
        {
            Mark(condition, start);
        }

        return condition is not null && negated ? new Not(condition) : condition;
    }

    private Expression? ReadCounted(EventSelector selector)
    {
        var hasQuantity = StartsQuantity();
        var quantity = Quantity.AtLeastOnce;
        if (hasQuantity)
        {
            if (ReadQuantity() is not { } read)
            {
                return null;
            }

            quantity = read;
            if (Take("per"))
            {
                return ReadRegularity(selector, quantity);
            }
        }

        if (ReadPeriod() is not { } period)
        {
            return null;
        }

        if (!hasQuantity && LooksLikeQuantity())
        {
            var misplaced = position;
            if (ReadQuantity() is not { } late)
            {
                return null;
            }

            quantity = late;
            ErrorFrom(misplaced, DiagnosticCodes.Misplaced, "The quantity stands before the period: did \"…\" at least 3 times in the last 14 days.");
        }

        if (Current.Is("where"))
        {
            Error(DiagnosticCodes.Misplaced, "'where' stands right after the event, before quantity and period.", Advance());
            ReadAny(isProperty: true);
        }

        if (StartsThen())
        {
            Error(DiagnosticCodes.Misplaced, "The steps of a sequence have no quantity or period of their own; one period for all stands at the end.", Current);
            return null;
        }

        return new Did(selector, quantity, period);
    }

    private bool StartsQuantity()
    {
        foreach (var (phrase, kind) in Words.CountTests)
        {
            if (kind == CountTestKind.Between ? Current.Is("between") && Peek().Kind == TokenKind.Number && !StartsBetweenAgo() : Sees(phrase))
            {
                return true;
            }
        }

        if (Current.Kind == TokenKind.Number || (Current.Is("less") && Peek().Is("than")))
        {
            return true;
        }

        return Sees("on") || Sees("once") || Sees("twice");
    }

    // The same without remembering what was tried, for a place where a quantity is wrong.
    private bool LooksLikeQuantity() =>
        (Current.Is("at") && (Peek().Is("least") || Peek().Is("most"))) || (Current.Is("more") && Peek().Is("than"))
        || (Current.Is("fewer") && Peek().Is("than")) || Current.Is("exactly") || Current.Is("once") || Current.Is("twice") || Current.Is("on");

    // between 60 and 30 days ago
    private bool StartsBetweenAgo() =>
        Peek(2).Is("and") && Peek(3).Kind == TokenKind.Number && Peek(4).Kind == TokenKind.Word && !Peek(4).Is("times") && !Peek(4).Is("time");

    private Quantity? ReadQuantity()
    {
        if (Take("once"))
        {
            return new Quantity(new CountTest(CountTestKind.Exactly, 1));
        }

        if (Take("twice"))
        {
            return new Quantity(new CountTest(CountTestKind.Exactly, 2));
        }

        var counted = Take("on") ? Counted.Days : Counted.Times;
        if (ReadCountTest() is not { } test)
        {
            return null;
        }

        var (singular, plural) = counted == Counted.Days ? ("day", "days") : ("time", "times");
        if (Take(plural) || Take(singular))
        {
            return new Quantity(test, counted);
        }

        if (counted == Counted.Times && (Current.Is("days") || Current.Is("day")))
        {
            Error(DiagnosticCodes.UnitMismatch, "Days are counted by 'on': on at least 3 days. Events are counted in times.", Current, ["times"]);
            Advance();
            return new Quantity(test);
        }

        if (counted == Counted.Days && (Current.Is("times") || Current.Is("time")))
        {
            Error(DiagnosticCodes.UnitMismatch, "'on' counts days, not times: on at least 3 days, or: at least 3 times.", Current, ["days"]);
            Advance();
            return new Quantity(test, counted);
        }

        Fail();
        return null;
    }

    private CountTest? ReadCountTest()
    {
        if (Current.Kind == TokenKind.Number)
        {
            Error(DiagnosticCodes.Expected, "Say how the count is meant: at least, at most or exactly.", Current, ["at least", "at most", "exactly"], $"exactly {Current.Value}");
            return ReadCount() is { } bare ? new CountTest(CountTestKind.Exactly, bare) : null;
        }

        if (Current.Is("less") && Peek().Is("than"))
        {
            Error(DiagnosticCodes.Expected, "Things that are counted are fewer: write fewer than.", Current, ["fewer"], "fewer");
            Advance();
            Advance();
            return ReadCount() is { } few ? new CountTest(CountTestKind.FewerThan, few) : null;
        }

        foreach (var (phrase, kind) in Words.CountTests)
        {
            if (Take(phrase))
            {
                return kind == CountTestKind.Between ? ReadCountRange() : ReadCount() is { } count ? new CountTest(kind, count) : null;
            }
        }

        Fail();
        return null;
    }

    private CountTest? ReadCountRange()
    {
        var start = position;
        if (ReadCount() is not { } low || !Demand("and") || ReadCount(low) is not { } high)
        {
            return null;
        }

        if (high < low)
        {
            ErrorFrom(start, DiagnosticCodes.ReversedRange, $"This range ends before it starts. Write the smaller number first: between {high} and {low}.", $"{high} and {low}");
            return CountTest.Between(high, low);
        }

        return CountTest.Between(low, high);
    }

    // … per week in at least 3 of the last 4 weeks
    private Expression? ReadRegularity(EventSelector selector, Quantity quantity)
    {
        if (ReadUnit() is not { } unit || !Demand("in at least") || ReadCount() is not { } minimum || !Demand("of the last"))
        {
            return null;
        }

        var token = Current;
        if (ReadCount() is not { } of)
        {
            return null;
        }

        var unitToken = Current;
        Offer($"{Words.Of(unit)}s");
        OfferNothingElse();
        if (ReadUnit() is not { } ofUnit)
        {
            return null;
        }

        if (ofUnit != unit)
        {
            var word = Words.Of(unit) + "s";
            Error(DiagnosticCodes.UnitMismatch, $"The quantity is per {Words.Of(unit)}, so the last {of} {word} are looked at, not {unitToken.Value}.", unitToken, [word], word);
        }

        if (of is < 1 or > DidRegularly.MaxUnits || !Duration.IsValid(of, unit))
        {
            Error(DiagnosticCodes.BadNumber, $"Between 1 and {DidRegularly.MaxUnits} units can be looked at.", token, ["a whole number from 1"]);
            return Unread;
        }

        return new DidRegularly(selector, quantity, unit, minimum, of);
    }

    private bool StartsThen() => Current.Is("then") || (Current.Is("and") && Peek().Is("then"));

    private Expression? ReadSequence(EventSelector first)
    {
        var start = position;
        List<SequenceStep> then = [];
        SequenceAbsence? absence = null;
        while (StartsThen())
        {
            if (Take("and then did not do") || Take("then did not do"))
            {
                if (ReadEvent() is not { } missing || !Demand("within") || ReadDuration() is not { } within)
                {
                    return null;
                }

                absence = new SequenceAbsence(missing, within);
                break;
            }

            _ = Take("and");
            Advance();
            _ = Take("did");
            if (ReadEvent() is not { } next)
            {
                return null;
            }

            var length = Take("within") ? ReadDuration() : null;
            if (length is null && tokens[position - 1].Is("within"))
            {
                return null;
            }

            then.Add(new SequenceStep(next, length));
            Offer("then", "and then did not do");
        }

        if (then.Count >= DidSequence.MaxSteps)
        {
            ErrorFrom(start, DiagnosticCodes.Misplaced, $"A sequence has at most {DidSequence.MaxSteps} steps.");
            return Unread;
        }

        return ReadSequenceClauses(first, new ValueList<SequenceStep>(then), absence);
    }

    private DidSequence? ReadSequenceClauses(EventSelector first, ValueList<SequenceStep> then, SequenceAbsence? absence)
    {
        ValuePath? same = null;
        EventSelector? without = null;
        Period? period = null;
        while (true)
        {
            var start = position;
            var isAgain = (same is not null && Current.Is("with")) || (without is not null && Current.Is("without"));
            if (Take("with the same"))
            {
                subject = new SlotSubject(null, IsProperty: true, first.Name);
                same = ReadPath(isProperty: true);
                if (same is null)
                {
                    return null;
                }
            }
            else if (Take("without"))
            {
                without = ReadEvent();
                if (without is null || !Demand("between"))
                {
                    return null;
                }

                if (then.Count == 0)
                {
                    ErrorFrom(start, DiagnosticCodes.Misplaced, "'without … between' needs two steps to lie between.");
                    without = null;
                }
            }
            else if (period is null && StartsPeriod())
            {
                period = ReadPeriod();
                if (period is null)
                {
                    return null;
                }

                continue;
            }
            else
            {
                break;
            }

            if (isAgain)
            {
                ErrorFrom(start, DiagnosticCodes.Misplaced, "A sequence has this clause only once.");
            }
        }

        if (LooksLikeQuantity())
        {
            Error(DiagnosticCodes.Misplaced, "The steps of a sequence are not counted: a quantity stands only in did \"…\" at least 3 times.", Current);
            return null;
        }

        if (StartsThen())
        {
            Error(DiagnosticCodes.Misplaced, "The steps of a sequence come before its other clauses, and what was not done comes last of the steps.", Current);
            return null;
        }

        return new DidSequence(first, then, absence, same, without, period);
    }
}
