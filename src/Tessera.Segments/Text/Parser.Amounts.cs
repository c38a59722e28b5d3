using System.Globalization;

namespace Tessera.Segments.Text;

/// <summary>Texts, lists, numbers, percentages, durations and instants. Null means: not one, and reported.</summary>
internal sealed partial class Parser
{
    private string? ReadText()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                return Advance().Value;
            case TokenKind.Word when !Words.IsKeyword(token.Value):
            case TokenKind.Path:
            case TokenKind.Number:
            case TokenKind.Instant:
                Error(DiagnosticCodes.BadQuotes, $"Text is written in double quotes: {Printer.Quote(token.Value)}.", token, suggestion: Printer.Quote(token.Value));
                return Advance().Value;
            case TokenKind.QuotedPath:
                Error(DiagnosticCodes.BadQuotes, "The dot after this text belongs inside the quotes, or is not needed.", token);
                return Advance().Value;
            default:
                Expect("text in double quotes", position);
                Fail();
                return null;
        }
    }

    /// <summary>A text that a value is compared with.</summary>
    private string? ReadValue()
    {
        if (subject?.Path is not null)
        {
            Offer(SlotKind.Value);
        }

        return ReadText();
    }

    private ValueList<string>? ReadTexts()
    {
        var opening = Current;
        if (!Take(TokenKind.Open, "("))
        {
            Fail();
            return null;
        }

        if (Current.Kind == TokenKind.Close)
        {
            Advance();
            Error(DiagnosticCodes.EmptyList, "This list is empty. Put at least one text between the brackets.", opening, ["text in double quotes"]);
            return [string.Empty];
        }

        List<string> texts = [];
        do
        {
            if (ReadValue() is not { } text)
            {
                return CloseList([.. texts, string.Empty]);
            }

            texts.Add(text);
        }
        while (Take(TokenKind.Comma, ","));
        if (!Take(TokenKind.Close, ")"))
        {
            Fail();
            return CloseList(texts);
        }

        return new ValueList<string>(texts);
    }

    /// <summary>After an error in a list: goes on behind its closing bracket.</summary>
    private ValueList<string>? CloseList(List<string> texts)
    {
        var resume = position;
        const int Reach = 50; // an unclosed list must not make the rest of a long text read again and again
        while (!AtEnd && Current.Kind != TokenKind.Close && Current.Kind != TokenKind.Open && position - resume < Reach)
        {
            Advance();
        }

        if (Current.Kind == TokenKind.Close)
        {
            Advance();
            return new ValueList<string>(texts);
        }

        position = resume;
        return null;
    }

    private double? ReadNumber()
    {
        var token = Current;
        if (token.Kind == TokenKind.Number)
        {
            Advance();
            return double.Parse(token.Value, CultureInfo.InvariantCulture) + 0.0;
        }

        if (token.Kind == TokenKind.Text && token.Value.Length <= NumberText.MaxLength
            && double.TryParse(token.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            Error(DiagnosticCodes.BadQuotes, "A number is written without quotes.", token, suggestion: NumberText.Format(value));
            Advance();
            return value + 0.0;
        }

        Expect("a number", position);
        Fail();
        return null;
    }

    /// <summary>A whole number of 0 or more.</summary>
    private int? ReadCount(double? beyond = null)
    {
        Offer(SlotKind.Count, beyond);
        var token = Current;
        if (ReadNumber() is not { } value)
        {
            return null;
        }

        if (value < 0)
        {
            Error(DiagnosticCodes.NegativeQuantity, $"A quantity cannot be below zero, and this is {NumberText.Format(value)}.", token, ["a whole number from 0"]);
            return 0;
        }

        if (value != Math.Floor(value) || value > Guard.MaxCount)
        {
            Error(DiagnosticCodes.BadNumber, $"A quantity is a whole number from 0 to {Guard.MaxCount}.", token, ["a whole number from 0"]);
            return 1;
        }

        return (int)value;
    }

    private Percentage? ReadPercentage(bool isShare)
    {
        var start = position;
        Offer(SlotKind.Percentage);
        if (ReadNumber() is not { } value)
        {
            return null;
        }

        if (!Take(TokenKind.Percent, "%"))
        {
            OfferNothingElse();
            var suggestion = $"{NumberText.Format(value)}%";
            ErrorFrom(start, DiagnosticCodes.Expected, $"Write the percent sign: {suggestion}.", suggestion);
        }

        if (value <= 0 || (isShare && value > 100))
        {
            ErrorFrom(start, DiagnosticCodes.BadPercentage, isShare ? "A share is above 0% and at most 100%." : "A change is above 0%.");
            return new Percentage(1);
        }

        return new Percentage(value);
    }

    private Duration? ReadDuration(bool wholeDays = false)
    {
        var start = position;
        Offer(wholeDays ? SlotKind.WholeDays : SlotKind.Duration);
        if (Current.Kind == TokenKind.Word && FindUnit(Current.Value) is { } alone)
        {
            ErrorFrom(start, DiagnosticCodes.BadDuration, $"Say how many: 1 {Words.Of(alone)}.", $"1 {Words.Of(alone)}");
            Advance();
            return new Duration(1, alone);
        }

        var token = Current;
        if (ReadNumber() is not { } count || ReadUnit() is not { } unit)
        {
            return null;
        }

        if (count <= 0 || count != Math.Floor(count))
        {
            Error(DiagnosticCodes.BadDuration, $"A duration is a positive whole number and a unit, and this is {NumberText.Format(count)}.", token, ["a positive whole number"]);
            return new Duration(1, unit);
        }

        if (count > Guard.MaxCount || !Duration.IsValid((long)count, unit))
        {
            ErrorFrom(start, DiagnosticCodes.BadDuration, $"A duration is at most {Duration.MaxDays} days, a thousand years.");
            return new Duration(1, unit);
        }

        return new Duration((int)count, unit);
    }

    private static DurationUnit? FindUnit(string word)
    {
        foreach (var (singular, unit) in Words.Units)
        {
            if (word.Equals(singular, StringComparison.OrdinalIgnoreCase) || word.Equals(singular + "s", StringComparison.OrdinalIgnoreCase))
            {
                return unit;
            }
        }

        return null;
    }

    private static string? UnfitUnit(string word) => word.ToUpperInvariant().TrimEnd('S') switch
    {
        "MONTH" => "A month has no fixed length: write 30 days, or a calendar period such as: in the current month.",
        "QUARTER" => "A quarter has no fixed length: write 90 days, or a calendar period such as: in the current quarter.",
        "YEAR" => "A year has no fixed length: write 365 days, or a calendar period such as: in the current year.",
        "SECOND" or "SEC" => "The shortest unit is the minute.",
        _ => null,
    };

    private DurationUnit? ReadUnit()
    {
        if (Current.Kind == TokenKind.Word)
        {
            if (FindUnit(Current.Value) is { } unit)
            {
                Advance();
                return unit;
            }

            if (UnfitUnit(Current.Value) is { } problem)
            {
                Error(DiagnosticCodes.BadUnit, problem, Current, ["minutes", "hours", "days", "weeks"]);
                Advance();
                return DurationUnit.Days;
            }
        }

        foreach (var (singular, _) in Words.Units)
        {
            Expect(singular + "s", position);
        }

        Fail();
        return null;
    }

    private Instant? ReadInstant(Instant? after = null)
    {
        var token = Current;
        Offer(SlotKind.Instant, after?.In(TimeZoneInfo.Utc).Ticks / (double)TimeSpan.TicksPerDay);
        if (token.Kind is not (TokenKind.Instant or TokenKind.Text))
        {
            Expect("a day like 2026-03-01", position);
            Expect("an instant like 2026-03-01T09:30:00Z", position);
            Fail();
            return null;
        }

        var instant = InstantText.Parse(token.Value, out var problem);
        if (instant is null)
        {
            Error(DiagnosticCodes.BadInstant, problem, token, ["a day like 2026-03-01", "an instant like 2026-03-01T09:30:00Z"]);
        }
        else if (token.Kind == TokenKind.Text)
        {
            Error(DiagnosticCodes.BadQuotes, "A day or instant is written without quotes.", token, suggestion: token.Value);
        }

        Advance();
        return instant ?? new StartOfDay(new DateOnly(2000, 1, 1));
    }
}
