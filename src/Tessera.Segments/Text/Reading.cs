using Language = Tessera.Segments.Text.Words;

namespace Tessera.Segments.Text;

/// <summary>Reads a definition out in plain English, for people who did not write it.</summary>
internal static class Reading
{
    internal static string Of(Segment segment) => $"customers {Clause(segment.Definition)}".Replace("customers not those ", "customers, except those ", StringComparison.Ordinal);

    /// <summary>A relative clause: <c>whose plan is “free”</c>, <c>who did …</c>.</summary>
    internal static string Clause(Expression expression) => expression switch
    {
        All all => Series(all.Items, "and"),
        Any any => Series(any.Items, "or"),
        Not not => Denied(not.Operand),
        AtLeastOf group => $"for whom at least {group.Minimum} of these hold: {string.Join("; ", group.Items.Select((item, index) => $"({index + 1}) {Clause(item)}"))}",
        TraitCondition trait => $"whose {Name(trait.Path)} {Test(trait.Test)}",
        PropertyCondition property => $"whose {Name(property.Path)} {Test(property.Test)}",
        Did did => $"who {Deed(did)}",
        DidRegularly or DidSequence => $"who {Deed(expression)}",
        CompanyDid company => $"whose company {Deed(company.Condition)}",
        MeasureCondition measure => $"whose {Measure(measure.Measure)} {Test(measure.Test)}",
        TrendCondition trend =>
            $"whose {Measure(trend.Measure)} {(trend.Trend == Trend.Fell ? "fell" : "rose")} by at least {trend.Change} against the time before it",
        RecencyCondition recency => $"who {(recency.Occurrence == Occurrence.First ? "first" : "last")} did {Event(recency.Event)} {Date(recency.Test)}",
        InSegment member => $"in the segment {Quote(member.Key.Value)}",
        EnteredSegment entered => $"who entered the segment {Quote(entered.Key.Value)}{Period(entered.Period)}",
        LeftSegment left => $"who left the segment {Quote(left.Key.Value)}{Period(left.Period)}",
        HasBeenInSegment member => $"who have been in the segment {Quote(member.Key.Value)} for at least {member.Length}",
        ConsentsTo consent => $"who consent to {Quote(consent.Purpose)}",
        InRandomShare random => $"in a fixed random {random.Share} drawn by {Quote(random.Salt)}",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static string Series(ValueList<Expression> items, string joint)
    {
        var clauses = items.Select(item => item is All or Any ? $"({Clause(item)})" : Clause(item)).ToList();
        return clauses.Count == 2
            ? $"{clauses[0]} {joint} {clauses[1]}"
            : $"{string.Join(", ", clauses.Take(clauses.Count - 1))}, {joint} {clauses[^1]}";
    }

    private static string Denied(Expression operand) => operand switch
    {
        Did { Period: Ever } did when did.Quantity == Quantity.AtLeastOnce => $"who never did {Event(did.Event)}",
        Did did => $"who did not do {Event(did.Event)}{Often(did.Quantity, hideOnce: true)}{Period(did.Period)}",
        InSegment member => $"not in the segment {Quote(member.Key.Value)}",
        InRandomShare random => $"outside a fixed random {random.Share} drawn by {Quote(random.Salt)}",
        All or Any => $"not those ({Clause(operand)})",
        _ => $"not those {Clause(operand)}",
    };

    private static string Deed(Expression condition)
    {
        switch (condition)
        {
            case Did { Period: Ever } did when did.Quantity == Quantity.AtLeastOnce:
                return $"ever did {Event(did.Event)}";
            case Did did:
                return $"did {Event(did.Event)}{Often(did.Quantity, hideOnce: true)}{Period(did.Period)}";
            case DidRegularly regular:
                var unit = Language.Of(regular.Unit);
                return $"did {Event(regular.Event)}{Often(regular.Quantity, hideOnce: false)} a {unit}, in at least {regular.Minimum} of the last {Printer.Amount(regular.Of, unit)}";
            default:
                return Sequence((DidSequence)condition);
        }
    }

    private static string Sequence(DidSequence sequence)
    {
        var text = $"did {Event(sequence.First)}";
        foreach (var step in sequence.Then)
        {
            text += $", then {Event(step.Event)}{(step.Within is null ? string.Empty : $" within {step.Within}")}";
        }

        if (sequence.Absence is { } absence)
        {
            text += $", and then no {Event(absence.Event)} within {absence.Within}";
        }

        text += sequence.SameProperty is { } same ? $", all with the same {Name(same)}" : string.Empty;
        text += sequence.WithoutBetween is { } without ? $", with no {Event(without)} between" : string.Empty;
        return sequence.Period is Ever ? text : $"{text}, all{Period(sequence.Period)}";
    }

    private static string Event(EventSelector selector)
    {
        var name = selector.Name is null ? "anything" : Quote(selector.Name.Value);
        return selector.Where is null ? name : $"{name} ({Properties(selector.Where)})";
    }

    private static string Properties(Expression where) => where switch
    {
        PropertyCondition property => $"{Name(property.Path)} {Test(property.Test)}",
        Not not => $"not {Bracketed(not.Operand)}",
        All all => string.Join(" and ", all.Items.Select(Bracketed)),
        Any any => string.Join(" or ", any.Items.Select(Bracketed)),
        _ => throw new NotSupportedException(where.GetType().Name),
    };

    private static string Bracketed(Expression where) => where is All or Any ? $"({Properties(where)})" : Properties(where);

    private static string Often(Quantity quantity, bool hideOnce)
    {
        if (hideOnce && quantity == Quantity.AtLeastOnce)
        {
            return string.Empty;
        }

        var (low, high) = (quantity.Count.Low, quantity.Count.High);
        var count = quantity.Count.Kind == CountTestKind.Between ? $"between {low} and {high}" : $"{Language.Of(quantity.Count.Kind)} {low}";
        var one = high == 1;
        if (quantity.Count.Kind == CountTestKind.Exactly && one && quantity.Of == Counted.Times)
        {
            return " exactly once";
        }

        return quantity.Of == Counted.Days ? $" on {count} {(one ? "day" : "days")}" : $" {count} {(one ? "time" : "times")}";
    }

    private static string Period(Period period) => period switch
    {
        Ever => string.Empty,
        InFirst first => $" in the first {first.Length} after they were first seen",
        InCurrent current => $" in the current {Language.Of(current.Unit)}",
        InPrevious previous => $" in the previous {Language.Of(previous.Unit)}",
        Before before => $" before {before.To}",
        BetweenInstants between => $" from {between.From} until before {between.To}",
        _ => $" {period}",
    };

    private static string Measure(Measure measure) => measure switch
    {
        CountOf count => $"number of {Event(count.Event)}{Period(count.Period)}",
        DistinctCountOf count => $"number of different {Name(count.Property)} of {Event(count.Event)}{Period(count.Period)}",
        AggregateOf aggregate =>
            $"{Language.Of(aggregate.Aggregate)} of {Name(aggregate.Property)} over {Event(aggregate.Event)}{Period(aggregate.Period)}",
        OccurrenceOf value => $"{(value.Occurrence == Occurrence.First ? "first" : "last")} {Name(value.Property)} of {Event(value.Event)}{Period(value.Period)}",
        MostFrequentOf value => $"most frequent {Name(value.Property)} of {Event(value.Event)}{Period(value.Period)}",
        RatioOf ratio => $"ratio of the {Measure(ratio.Dividend)} to the {Measure(ratio.Divisor)}",
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    private static string Test(ValueTest test) => test switch
    {
        TextIs text => $"is {(text.Negated ? "not " : string.Empty)}{Quote(text.Value)}",
        TextIsOneOf text => $"is {(text.Negated ? "none" : "one")} of {List(text.Values, "and")}",
        TextContains text => $"{(text.Negated ? "does not contain" : "contains")} {Quote(text.Value)}",
        TextStartsWith text => $"starts with {Quote(text.Value)}",
        TextEndsWith text => $"ends with {Quote(text.Value)}",
        TextMatches text => $"matches the pattern {Quote(text.Pattern)}",
        NumberCompares number => $"{Compared(number.Comparison)} {NumberText.Format(number.Value)}",
        NumberIsBetween range => $"is from {NumberText.Format(range.Low)} to {NumberText.Format(range.High)}",
        IsSet set => set.Negated ? "is not known" : "is known",
        DateTest date => date is HasAnniversaryWithinNext anniversary ? $"has its anniversary within the next {anniversary.Length}" : $"is {Date(date)}",
        Includes { Values.Count: 1 } list => $"include {Quote(list.Values[0])}",
        Includes list => $"include {(list.Every ? "all" : "any")} of {List(list.Values, list.Every ? "and" : "or")}",
        VersionCompares version => $"{Compared(version.Comparison)} version {version.Version.Text}",
        IsInExtremeShare share => $"is in the {(share.Extreme == Extreme.Top ? "top" : "bottom")} {share.Share} of all customers",
        HasBeen been => $"has been {Quote(been.Value)} for at least {been.Length}",
        _ => test.ToString(),
    };

    private static string Date(DateTest test) => test switch
    {
        DateIsWithinNext date => $"within the next {date.Length}",
        DateIsWithinLast date => $"within the last {date.Length}",
        DateIsBefore date => $"before {date.Instant}",
        DateIsAfter date => $"after {date.Instant}",
        DateIsMoreThanAgo date => $"more than {date.Length} ago",
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    private static string Compared(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "is",
        Comparison.NotEqual => "is other than",
        Comparison.Less => "is below",
        Comparison.LessOrEqual => "is at most",
        Comparison.Greater => "is above",
        _ => "is at least",
    };

    // Plain names with underscores read as words; other names stay as they are.
    private static string Name(ValuePath path)
    {
        var inner = string.Join(' ', path.Segments.Skip(1).Select(Words));
        return (path.Root, path.Segments.Count) switch
        {
            (Namespaces.Company, > 1) => $"company’s {inner}",
            (Namespaces.Context, > 1) => $"latest {inner}",
            (Namespaces.Rfm, > 1) => $"RFM {inner}",
            (Namespaces.Score, > 1) => $"{inner} score",
            (_, 1) => Words(path.Root),
            _ => string.Join('.', path.Segments),
        };

        static string Words(string name) => name.Replace('_', ' ');
    }

    private static string List(ValueList<string> values, string joint) => values.Count == 1
        ? Quote(values[0])
        : $"{string.Join(", ", values.Take(values.Count - 1).Select(Quote))} {joint} {Quote(values[^1])}";

    private static string Quote(string value) => $"“{value}”";
}
