namespace Tessera.Segments.Text;

/// <summary>Paths, and the tests put to the values found there.</summary>
internal sealed partial class Parser
{
    // With what is left of them after a first word.
    private static readonly string[] RankWords = ["in the top", "in the bottom", "the top", "the bottom", "top", "bottom"];
    private static readonly string[] PastWords = ["has been", "been"];
    private static readonly string[] SubDayUnits = ["minutes", "hours"];

    private Expression? ReadTraitCondition()
    {
        if (ReadPath(isProperty: false) is not { } path)
        {
            return null;
        }

        var start = position;
        subject = new SlotSubject(path, IsProperty: false, null);
        expectations?.LeaveOut([.. Namespaces.IsScore(path) ? [] : RankWords, .. Namespaces.IsOwnTrait(path) ? [] : PastWords]);
        if (ReadValueTest() is not { } test)
        {
            return null;
        }

        if (test is IsInExtremeShare && !Namespaces.IsScore(path))
        {
            ErrorFrom(start, DiagnosticCodes.UnsuitableTest, $"Only a score has a top and a bottom: score.{path.Segments[^1]} is in the top 10%.");
            return Unread;
        }

        if (test is HasBeen && !Namespaces.IsOwnTrait(path))
        {
            ErrorFrom(start, DiagnosticCodes.UnsuitableTest, $"How long {path.Display} has been so is not known: only the customer's own traits have a history.");
            return Unread;
        }

        return new TraitCondition(path, test);
    }

    private Expression? ReadPropertyCondition()
    {
        if (StartsOnlySegmentCondition(0))
        {
            Error(DiagnosticCodes.Misplaced, "Inside 'where' stand only conditions on the event's own properties, such as: format is \"svg\".", Current);
            return null;
        }

        var name = subject?.Event;
        if (ReadPath(isProperty: true) is not { } path)
        {
            return null;
        }

        var start = position;
        subject = new SlotSubject(path, IsProperty: true, name);
        expectations?.LeaveOut([.. RankWords, .. PastWords]);
        if (ReadValueTest() is not { } test)
        {
            return null;
        }

        if (test is IsInExtremeShare or HasBeen)
        {
            ErrorFrom(start, DiagnosticCodes.UnsuitableTest, "A property of one event has neither a rank among customers nor a history.");
            return Unread;
        }

        return new PropertyCondition(path, test);
    }

    /// <summary>
    /// A bare or quoted path. A keyword is read as one only where a test follows it, as in <c>company is "Acme"</c>; the printer
    /// quotes it.
    /// </summary>
    private ValuePath? ReadPath(bool isProperty)
    {
        var start = position;
        var token = Current;
        Offer(isProperty ? SlotKind.Property : SlotKind.Trait);
        if ((token.Is("trait") || token.Is("property")) && Peek().Kind is TokenKind.Text or TokenKind.QuotedPath)
        {
            Advance();
            token = Current;
        }

        if (StartsPath())
        {
            Advance();
            return Mark(new ValuePath(new ValueList<string>(token.Segments!)), start);
        }

        Expect(isProperty ? "a property" : "a trait", position);
        Fail();
        return null;
    }

    private bool StartsPath() => Current.Kind switch
    {
        TokenKind.Path or TokenKind.Text or TokenKind.QuotedPath => true,
        TokenKind.Word when !Words.IsKeyword(Current.Value) => true,
        TokenKind.Word when Current.Is("trait") || Current.Is("property") => Peek().Kind is TokenKind.Text or TokenKind.QuotedPath || StartsTest(1),
        TokenKind.Word => !Words.IsJoint(Current.Value) && StartsTest(1),
        _ => false,
    };

    private ValueTest? ReadValueTest()
    {
        var start = position;
        var test = ReadValueTestUnmarked();
        return test is null ? null : Mark(test, start);
    }

    private ValueTest? ReadValueTestUnmarked()
    {
        if (Current.Kind == TokenKind.Comparison)
        {
            return ReadComparison();
        }

        if (Take("is"))
        {
            return ReadIs();
        }

        if (Take("contains"))
        {
            return ReadValue() is { } text ? new TextContains(text) : null;
        }

        if (Take("does not contain"))
        {
            return ReadValue() is { } text ? new TextContains(text, Negated: true) : null;
        }

        if (Take("starts with"))
        {
            return ReadValue() is { } text ? new TextStartsWith(text) : null;
        }

        if (Take("ends with"))
        {
            return ReadValue() is { } text ? new TextEndsWith(text) : null;
        }

        if (Take("matches"))
        {
            return ReadPattern();
        }

        if (Take("includes"))
        {
            return ReadIncludes();
        }

        if (Take("has been"))
        {
            return ReadValue() is { } value && Demand("for at least") && ReadDuration() is { } length ? new HasBeen(value, length) : null;
        }

        if (Take("has its anniversary"))
        {
            return ReadAnniversary();
        }

        foreach (var (sign, _) in Words.Comparisons)
        {
            Expect(sign, position);
        }

        var hint = Current.Kind == TokenKind.Text && Peek(-1).Kind is TokenKind.Word or TokenKind.Path ? "Text is compared by 'is'." : null;
        Fail(hint);
        return null;
    }

    private ValueTest? ReadComparison()
    {
        var sign = Advance();
        var comparison = Words.Comparisons.First(entry => string.Equals(entry.Sign, sign.Value, StringComparison.Ordinal)).Comparison;
        if (Take("version"))
        {
            return ReadVersion() is { } version ? new VersionCompares(comparison, version) : null;
        }

        if (Current.Kind == TokenKind.Instant)
        {
            var word = comparison is Comparison.Less or Comparison.LessOrEqual ? "is before" : "is after";
            Error(DiagnosticCodes.UnsuitableTest, $"{sign.Value} compares numbers. Compare dates by '{word}'.", sign, ["is before", "is after"], word);
            return ReadInstant() is { } instant ? new DateIsBefore(instant) : null;
        }

        if (Current.Kind == TokenKind.Text && comparison is Comparison.Equal or Comparison.NotEqual && !LooksNumeric(Current.Value))
        {
            var word = comparison == Comparison.Equal ? "is" : "is not";
            Error(DiagnosticCodes.UnsuitableTest, $"{sign.Value} compares numbers. Compare text by '{word}'.", sign, [word], word);
            return new TextIs(Advance().Value, comparison == Comparison.NotEqual);
        }

        Offer(SlotKind.Number);
        return ReadNumber() is { } number ? new NumberCompares(comparison, number) : null;
    }

    private static bool LooksNumeric(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-');

    private ValueTest? ReadIs()
    {
        Expect("text in double quotes", position);
        if (Take("not one of"))
        {
            return ReadTexts() is { } texts ? new TextIsOneOf(texts, Negated: true) : null;
        }

        if (Take("one of"))
        {
            return ReadTexts() is { } texts ? new TextIsOneOf(texts) : null;
        }

        var negated = Take("not");
        if (Take("set"))
        {
            return new IsSet(negated);
        }

        if (Take("true") || Take("false"))
        {
            return new BooleanIs(Peek(-1).Is("true"), negated);
        }

        if (!negated)
        {
            if (Take("between"))
            {
                return ReadNumberRange();
            }

            if (ReadDateTest() is { } dateTest)
            {
                return dateTest.Test;
            }

            if (Take("in the top") || Take("in the bottom"))
            {
                var extreme = Peek(-1).Is("top") ? Extreme.Top : Extreme.Bottom;
                return ReadPercentage(isShare: true) is { } share ? new IsInExtremeShare(extreme, share) : null;
            }
        }

        if (Current.Kind == TokenKind.Number)
        {
            Error(
                DiagnosticCodes.UnsuitableTest,
                $"'is' compares text. Compare numbers by {(negated ? "!=" : "=")}, or put the text in quotes: {Printer.Quote(Current.Value)}.",
                Current,
                ["=", Printer.Quote(Current.Value)],
                Printer.Quote(Current.Value));
            Advance();
            return new IsSet();
        }

        // A word that is nearly one that could stand here is a misspelling; any other is text without its quotes.
        if (Current.Kind == TokenKind.Word && farthest == position && Nearest.To(Current.Value, expected.Select(option => option.Split(' ')[0])) is not null)
        {
            Fail();
            return null;
        }

        return ReadValue() is { } value ? new TextIs(value, negated) : null;
    }

    private NumberIsBetween? ReadNumberRange()
    {
        var start = position;
        if (Current.Kind == TokenKind.Instant)
        {
            Error(DiagnosticCodes.UnsuitableTest, "'is between' compares numbers. Compare dates by is after … and … is before ….", Current, ["a number"]);
            return null;
        }

        Offer(SlotKind.Number);
        if (ReadNumber() is not { } low || !Demand("and"))
        {
            return null;
        }

        Offer(SlotKind.Number, low);
        if (ReadNumber() is not { } high)
        {
            return null;
        }

        if (high < low)
        {
            var (least, greatest) = (NumberText.Format(high), NumberText.Format(low));
            ErrorFrom(start, DiagnosticCodes.ReversedRange, $"This range ends before it starts. Write the smaller number first: between {least} and {greatest}.", $"{least} and {greatest}");
            return new NumberIsBetween(high, low);
        }

        return new NumberIsBetween(low, high);
    }

    private Includes? ReadIncludes()
    {
        if (Take("any of"))
        {
            return ReadTexts() is { } any ? new Includes(any) : null;
        }

        if (Take("all of"))
        {
            return ReadTexts() is { } all ? new Includes(all, every: true) : null;
        }

        return ReadValue() is { } text ? new Includes([text]) : null;
    }

    private ValueTest? ReadPattern()
    {
        var token = Current;
        if (ReadText() is not { } pattern)
        {
            return null;
        }

        if (Patterns.PatternParser.Parse(pattern).Problem is { } problem)
        {
            Error(DiagnosticCodes.BadPattern, $"This is no regular expression in RE2 syntax: it {problem.Message} (at its character {problem.Start + 1}).", token);
            return new IsSet();
        }

        return new TextMatches(pattern);
    }

    private SemanticVersion? ReadVersion()
    {
        var token = Current;
        Offer(SlotKind.Version);
        if (ReadText() is not { } text)
        {
            return null;
        }

        if (!SemanticVersion.TryParse(text, out var version))
        {
            Error(DiagnosticCodes.BadVersion, $"{Printer.Quote(text)} is no version. Write numbers with dots: \"2.4.0\", \"2.4.0-beta.1\".", token, ["a version like \"2.4.0\""]);
            return SemanticVersion.TryParse("0", out version) ? version : null;
        }

        return version;
    }
}
