namespace Tessera.Segments.Text;

/// <summary>Periods.</summary>
internal sealed partial class Parser
{
    private static readonly string[] InPhrases = ["in the last", "in the first", "in the current", "in the previous"];

    private bool StartsPeriod()
    {
        Offer(InPhrases);
        return Sees("ever") || Sees("since") || Sees("before") || Sees("between") || (Sees("in") && !Peek().Is("segment") && !Peek().Is("random"));
    }

    /// <summary>The period that stands here, or <see cref="Ever"/> when none does; null when one is wrong.</summary>
    private Period? ReadPeriod()
    {
        if (Take("since"))
        {
            return ReadInstant() is { } from ? new Since(from) : null;
        }

        if (Take("before"))
        {
            return ReadInstant() is { } to ? new Before(to) : null;
        }

        if (Take("between"))
        {
            return Current.Kind == TokenKind.Number ? ReadBetweenAgo() : ReadBetweenInstants();
        }

        Offer(InPhrases);
        if (Sees("in"))
        {
            return ReadInPeriod();
        }

        _ = Take("ever");
        return Ever.Period;
    }

    private Period? ReadInPeriod()
    {
        if (Take("in the last"))
        {
            return ReadDuration() is { } length ? new InLast(length) : null;
        }

        if (Take("in the first"))
        {
            return ReadDuration() is { } length ? new InFirst(length) : null;
        }

        if (Take("in the current") || Take("in the previous"))
        {
            var current = Peek(-1).Is("current");
            return ReadCalendarUnit() is { } unit ? (current ? new InCurrent(unit) : new InPrevious(unit)) : null;
        }

        Fail();
        return null;
    }

    private CalendarUnit? ReadCalendarUnit()
    {
        foreach (var (word, unit) in Words.CalendarUnits)
        {
            if (Take(word))
            {
                return unit;
            }
        }

        if (Current.Kind == TokenKind.Number)
        {
            Error(DiagnosticCodes.Misplaced, "A calendar period is one unit: in the previous month. A number of units is a rolling one: in the last 30 days.", Current, ["day", "week", "month", "quarter", "year"]);
            return null;
        }

        Fail();
        return null;
    }

    private Period? ReadBetweenAgo()
    {
        var start = position;
        if (ReadCount() is not { } from || !Demand("and") || ReadCount(-from) is not { } to || ReadUnit() is not { } unit || !Demand("ago"))
        {
            return null;
        }

        if (from <= to)
        {
            var word = Printer.Amount(2, Words.Of(unit)).Split(' ')[1];
            var remedy = from == to ? "Its two ends are the same." : $"Write the farther end first: between {to} and {from} {word} ago.";
            ErrorFrom(start, DiagnosticCodes.ReversedPeriod, $"This period ends before it starts. {remedy}", from == to ? null : $"{to} and {from} {word} ago");
            return Ever.Period;
        }

        if (!Duration.IsValid(from, unit))
        {
            ErrorFrom(start, DiagnosticCodes.BadDuration, $"A period reaches back at most {Duration.MaxDays} days, a thousand years.");
            return Ever.Period;
        }

        return new BetweenAgo(from, to, unit);
    }

    private Period? ReadBetweenInstants()
    {
        var start = position;
        if (ReadInstant() is not { } from || !Demand("and") || ReadInstant(from) is not { } to)
        {
            return null;
        }

        if (BetweenInstants.IsReversed(from, to))
        {
            ErrorFrom(start, DiagnosticCodes.ReversedPeriod, $"This period ends before it starts. Write the earlier end first: between {to} and {from}.", $"{to} and {from}");
            return Ever.Period;
        }

        return new BetweenInstants(from, to);
    }
}
