using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>Turns tests of values into SQL that is 0 or 1, never NULL.</summary>
internal sealed class ValueTestSql(IColumns columns, ParameterSet parameters, TimeZoneInfo zone, long now)
{
    private readonly ValueSql values = new(columns, parameters, zone);

    internal ValueSql Values => values;

    /// <summary>A test of a raw JSON value; the result is a column.</summary>
    internal string Passes(ValueTest test, string raw) => test switch
    {
        TextIs text when ValueSql.RawOf(text.Value) is { } value => columns.Define($"{raw} {(text.Negated ? "!=" : "=")} {parameters.Text(value)}"),
        TextIs text => Text(raw, value => $"{value} = {parameters.Text(text.Value)}", text.Negated),
        TextIsOneOf text when text.Values.Select(ValueSql.RawOf).ToList() is var raws && !raws.Contains(null) => columns.Define($"{(text.Negated ? "NOT " : string.Empty)}has({parameters.Texts(raws.OfType<string>())}, {raw})"),
        TextIsOneOf text => Text(raw, value => $"has({parameters.Texts(text.Values)}, {value})", text.Negated),
        TextContains text => Text(raw, value => text.Value.Length == 0 ? $"isNotNull({value})" : $"position({value}, {parameters.Text(text.Value)}) > 0", text.Negated),
        TextStartsWith text => Text(raw, value => $"startsWith({value}, {parameters.Text(text.Value)})"),
        TextEndsWith text => Text(raw, value => $"endsWith({value}, {parameters.Text(text.Value)})"),
        TextMatches text => Text(raw, value => $"match({value}, {parameters.Text("(?-s)" + text.Pattern)})"),
        BooleanIs truth => Text(raw, value => $"{value} = '{(truth.Value ? "true" : "false")}'", truth.Negated),
        IsSet set => columns.Define($"{(set.Negated ? "NOT " : string.Empty)}{ValueSql.IsPresent(raw)}"),
        NumberCompares compares => Number(raw, value => $"{value} {Operator(compares.Comparison)} {parameters.Real(compares.Value)}"),
        NumberIsBetween between => Number(raw, value => $"{value} >= {parameters.Real(between.Low)} AND {value} <= {parameters.Real(between.High)}"),
        VersionCompares version => Text(raw, value => VersionSql.Compare(value, version.Comparison, parameters.Text(version.Version.Text))),
        Includes includes => Includes(raw, includes),
        DateTest date => Date(raw, date),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    /// <summary>A test of an instant in microseconds, which must not be NULL.</summary>
    internal string Passes(DateTest test, string time) => test switch
    {
        DateIsWithinNext next => $"({time} > {At(now)} AND {time} <= {At(now + next.Length.Microseconds)})",
        DateIsWithinLast last => $"({time} > {At(now - last.Length.Microseconds)} AND {time} <= {At(now)})",
        DateIsMoreThanAgo ago => $"({time} < {At(now - ago.Length.Microseconds)})",
        DateIsBefore before => $"({time} < {At(Microseconds.Of(before.Instant.In(zone)))})",
        DateIsAfter after => $"({time} > {At(Microseconds.Of(after.Instant.In(zone)))})",
        HasAnniversaryWithinNext anniversary => Anniversary(values.Day(time), anniversary.Length),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    internal static string Operator(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    private string At(long instant) => parameters.Number(instant);

    private string Text(string raw, Func<string, string> test, bool isNegated = false)
    {
        var text = values.Text(raw);
        return columns.Define($"{(isNegated ? "NOT " : string.Empty)}ifNull({test(text)}, 0)");
    }

    private string Number(string raw, Func<string, string> test)
    {
        var number = values.Number(raw);
        return columns.Define($"ifNull({test(number)}, 0)");
    }

    private string Date(string raw, DateTest test)
    {
        var date = values.Date(raw);
        return columns.Define($"isNotNull({date}) AND {Passes(test, $"ifNull({date}, 0)")}");
    }

    private string Includes(string raw, Includes includes)
    {
        var list = values.Texts(raw);
        return columns.Define($"{(includes.Every ? "hasAll" : "hasAny")}({list}, {parameters.Texts(includes.Values)})");
    }

    // The days, as month and day in one number, that begin within the length, today first.
    private string Anniversary(string day, Duration length)
    {
        var today = Calendar.DayOf(Microseconds.Time(now), zone);
        var days = Math.Min(length.Count * (length.Unit == DurationUnit.Weeks ? 7L : 1L), 366);
        var marks = Enumerable.Range(0, (int)days).Select(today.AddDays).SelectMany(Marks).Distinct().Order();
        return $"has({parameters.Numbers(marks)}, toMonth({day}) * 100 + toDayOfMonth({day}))";
    }

    private static IEnumerable<long> Marks(DateOnly day) => day is { Month: 3, Day: 1 } && !DateTime.IsLeapYear(day.Year)
        ? [301, 229]
        : [(day.Month * 100) + day.Day];
}
