using System.Globalization;
using System.Text;

namespace Tessera.Segments.Text;

/// <summary>
/// Writes the canonical text: keywords in lower case, one space, defaults left out, and brackets only where the text would
/// otherwise be read as another tree.
/// </summary>
internal static class Printer
{
    internal static string Print(Expression expression) => expression switch
    {
        All all => Join(all.Items, " and ", item => item is Any),
        Any any => Join(any.Items, " or ", _ => false),
        Not not => PrintNot(not.Operand),
        AtLeastOf group => $"at least {Whole(group.Minimum)} of ({string.Join(", ", group.Items.Select(Print))})",
        TraitCondition trait => $"{PathText(trait.Path, "trait")} {Print(trait.Test)}",
        PropertyCondition property => $"{PathText(property.Path, "property")} {Print(property.Test)}",
        Did or DidRegularly or DidSequence => $"did {Deed(expression)}",
        CompanyDid company => $"company did {Deed(company.Condition)}",
        MeasureCondition measure => $"{Print(measure.Measure)} {Print(measure.Test)}",
        TrendCondition trend => $"{Print(trend.Measure)} {(trend.Trend == Trend.Fell ? "fell" : "rose")} by at least {trend.Change}",
        RecencyCondition recency => $"{Of(recency.Occurrence)} did {Print(recency.Event)} {Print(recency.Test)[IsPrefix(recency.Test)..]}",
        InSegment member => $"in segment {member.Key}",
        EnteredSegment entered => WithPeriod($"entered segment {entered.Key}", entered.Period),
        LeftSegment left => WithPeriod($"left segment {left.Key}", left.Period),
        HasBeenInSegment member => $"has been in segment {member.Key} for at least {member.Length}",
        ConsentsTo consent => $"consents to {Quote(consent.Purpose)}",
        InRandomShare random => $"in random {random.Share} by {Quote(random.Salt)}",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    internal static string Print(ValueTest test) => test switch
    {
        TextIs text => $"is {Not(text.Negated)}{Quote(text.Value)}",
        TextIsOneOf text => $"is {Not(text.Negated)}one of {List(text.Values)}",
        TextContains text => $"{(text.Negated ? "does not contain" : "contains")} {Quote(text.Value)}",
        TextStartsWith text => $"starts with {Quote(text.Value)}",
        TextEndsWith text => $"ends with {Quote(text.Value)}",
        TextMatches text => $"matches {Quote(text.Pattern)}",
        NumberCompares number => $"{Words.Of(number.Comparison)} {NumberText.Format(number.Value)}",
        NumberIsBetween range => $"is between {NumberText.Format(range.Low)} and {NumberText.Format(range.High)}",
        BooleanIs truth => $"is {Not(truth.Negated)}{(truth.Value ? "true" : "false")}",
        IsSet set => $"is {Not(set.Negated)}set",
        DateIsWithinNext date => $"is within the next {date.Length}",
        DateIsWithinLast date => $"is within the last {date.Length}",
        DateIsBefore date => $"is before {date.Instant}",
        DateIsAfter date => $"is after {date.Instant}",
        DateIsMoreThanAgo date => $"is more than {date.Length} ago",
        HasAnniversaryWithinNext date => $"has its anniversary within the next {date.Length}",
        Includes { Values.Count: 1 } list => $"includes {Quote(list.Values[0])}",
        Includes list => $"includes {(list.Every ? "all" : "any")} of {List(list.Values)}",
        VersionCompares version => $"{Words.Of(version.Comparison)} version {Quote(version.Version.Text)}",
        IsInExtremeShare share => $"is in the {(share.Extreme == Extreme.Top ? "top" : "bottom")} {share.Share}",
        HasBeen been => $"has been {Quote(been.Value)} for at least {been.Length}",
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    internal static string Print(EventSelector selector)
    {
        var name = selector.Name is null ? "any event" : Quote(selector.Name.Value);
        return selector.Where is null ? name : $"{name} where {Print(selector.Where)}";
    }

    internal static string Print(CountTest test) => test.Kind == CountTestKind.Between
        ? $"between {Whole(test.Low)} and {Whole(test.High)}"
        : $"{Words.Of(test.Kind)} {Whole(test.Low)}";

    internal static string Print(Quantity quantity)
    {
        var one = quantity.Count.High == 1;
        return quantity.Of == Counted.Days ? $"on {Print(quantity.Count)} {(one ? "day" : "days")}" : $"{Print(quantity.Count)} {(one ? "time" : "times")}";
    }

    internal static string Print(Period period) => period switch
    {
        Ever => string.Empty,
        InLast last => $"in the last {last.Length}",
        Since since => $"since {since.From}",
        Before before => $"before {before.To}",
        BetweenInstants between => $"between {between.From} and {between.To}",
        InFirst first => $"in the first {first.Length}",
        BetweenAgo ago => $"between {Whole(ago.From)} and {Amount(ago.To, Words.Of(ago.Unit))} ago",
        InCurrent current => $"in the current {Words.Of(current.Unit)}",
        InPrevious previous => $"in the previous {Words.Of(previous.Unit)}",
        _ => throw new NotSupportedException(period.GetType().Name),
    };

    internal static string Print(Measure measure) => measure switch
    {
        CountOf count => WithPeriod($"count of {Print(count.Event)}", count.Period),
        DistinctCountOf count => WithPeriod($"count of distinct {PropertyOf(count.Property, count.Event)}", count.Period),
        AggregateOf aggregate => WithPeriod($"{Words.Of(aggregate.Aggregate)} of {PropertyOf(aggregate.Property, aggregate.Event)}", aggregate.Period),
        OccurrenceOf value => WithPeriod($"{Of(value.Occurrence)} of {PropertyOf(value.Property, value.Event)}", value.Period),
        MostFrequentOf value => WithPeriod($"most frequent {PropertyOf(value.Property, value.Event)}", value.Period),
        RatioOf ratio => $"ratio of {Print(ratio.Dividend)} to {Print(ratio.Divisor)}",
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    /// <summary>A path as it is written where a path can stand: bare when every name is one and the first no keyword.</summary>
    internal static string PathText(ValuePath path, string prefix)
    {
        var isSingleKeyword = path.Segments.Count == 1 && Words.IsKeyword(path.Root);
        var text = new StringBuilder();
        text.Append(Characters.IsBareRoot(path.Root) && !isSingleKeyword ? path.Root : $"{prefix} {Quote(path.Root)}");
        foreach (var segment in path.Segments.Skip(1))
        {
            text.Append('.').Append(Characters.IsBareSegment(segment) ? segment : Quote(segment));
        }

        return text.ToString();
    }

    /// <summary>Text in double quotes, on one line.</summary>
    internal static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(character) => text.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)character:x}}}"),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A number and its noun: <c>1 day</c>, <c>2 days</c>.</summary>
    internal static string Amount(int count, string singular) => $"{Whole(count)} {singular}{(count == 1 ? string.Empty : "s")}";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Not(bool negated) => negated ? "not " : string.Empty;

    private static string Of(Occurrence occurrence) => occurrence == Occurrence.First ? "first" : "last";

    private static string List(ValueList<string> values) => $"({string.Join(", ", values.Select(Quote))})";

    private static string PropertyOf(ValuePath property, EventSelector selector) => $"{PathText(property, "property")} of {Print(selector)}";

    private static string WithPeriod(string text, Period period) => period is Ever ? text : $"{text} {Print(period)}";

    // A recency has no 'is' before its test.
    private static int IsPrefix(DateTest test) => test is HasAnniversaryWithinNext ? 0 : "is ".Length;

    private static string PrintNot(Expression operand) => operand switch
    {
        Did did => $"did not do {Deed(did)}",
        CompanyDid { Condition: Did did } => $"company did not do {Deed(did)}",
        All or Any => $"not ({Print(operand)})",
        _ => $"not {Print(operand)}",
    };

    private static string Join(ValueList<Expression> items, string joint, Func<Expression, bool> needsBrackets)
    {
        var text = new StringBuilder();
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            var runsOn = index + 1 < items.Count && WhereBoundary.IsOpenAtEnd(item) && WhereBoundary.StartsLikeProperty(items[index + 1]);
            text.Append(index == 0 ? string.Empty : joint);
            text.Append(needsBrackets(item) || runsOn ? $"({Print(item)})" : Print(item));
        }

        return text.ToString();
    }

    /// <summary>What was done, after <c>did</c> or <c>did not do</c>.</summary>
    private static string Deed(Expression condition)
    {
        switch (condition)
        {
            case Did did:
                var isDefault = did.Quantity == Quantity.AtLeastOnce;
                return WithPeriod(isDefault ? Print(did.Event) : $"{Print(did.Event)} {Print(did.Quantity)}", did.Period);
            case DidRegularly regular:
                var unit = Words.Of(regular.Unit);
                return $"{Print(regular.Event)} {Print(regular.Quantity)} per {unit} in at least {Whole(regular.Minimum)} of the last {Amount(regular.Of, unit)}";
            default:
                return Sequence((DidSequence)condition);
        }
    }

    private static string Sequence(DidSequence sequence)
    {
        var text = new StringBuilder(Print(sequence.First));
        foreach (var step in sequence.Then)
        {
            text.Append(" then ").Append(Print(step.Event));
            if (step.Within is not null)
            {
                text.Append(" within ").Append(step.Within);
            }
        }

        if (sequence.Absence is { } absence)
        {
            text.Append(" and then did not do ").Append(Print(absence.Event)).Append(" within ").Append(absence.Within);
        }

        if (sequence.SameProperty is { } same)
        {
            text.Append(" with the same ").Append(PathText(same, "property"));
        }

        if (sequence.WithoutBetween is { } without)
        {
            text.Append(" without ").Append(Print(without)).Append(" between");
        }

        return WithPeriod(text.ToString(), sequence.Period);
    }
}
