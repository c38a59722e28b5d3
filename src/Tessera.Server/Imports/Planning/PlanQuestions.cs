using System.Globalization;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Planning;

/// <summary>The questions that a file can leave open.</summary>
internal static class PlanQuestions
{
    private const int CurrenciesOffered = 10;

    /// <summary>Nothing was found for a target that is needed.</summary>
    public static ImportQuestion Missing(TableKind kind, string target, ColumnNames columns)
    {
        var choices = kind.Needs.First(needs => needs[0] == target);
        var wanted = string.Join(" or ", choices.Select(choice => $"{kind.Target(choice).Description} ({choice})"));
        return new ImportQuestion($"map.{target}", $"No column was found that has {wanted}: which one is it?", [.. columns.All.Select(name => new ImportAnswer(name, name))]);
    }

    /// <summary>The dates read in more than one way, or contradict each other.</summary>
    public static ImportQuestion Dates(DateEvidence dates)
    {
        var orders = dates.IsContradictory ? [DateOrder.DayMonthYear, DateOrder.MonthDayYear] : dates.Candidates();
        var readings = orders.Select(order => new ImportAnswer(new DateStyle(order).Name, Reading(dates, order))).ToList();
        var text = dates.IsContradictory
            ? $"Some dates can only have the day first, such as \"{dates.ExampleOf(DateOrder.DayMonthYear)}\", and others only the month, such as \"{dates.ExampleOf(DateOrder.MonthDayYear)}\": which are right? The others will be rejected."
            : $"The dates, such as \"{dates.Example}\", can be read in more than one way: {string.Join("; ", readings.Select(reading => $"{reading.Value} is {reading.Text}"))}. Which is right?";
        return new ImportQuestion("dateFormat", text, readings);
    }

    /// <summary>The numbers read in more than one way, or contradict each other.</summary>
    public static ImportQuestion Numbers(NumberEvidence numbers)
    {
        IReadOnlyList<ImportAnswer> readings =
        [
            new("1,234.56", "a point before the decimals, commas between thousands"),
            new("1.234,56", "a comma before the decimals, points between thousands"),
        ];
        var text = numbers.IsProven
            ? $"Some numbers have a point before the decimals, such as \"{numbers.PointExample}\", and others a comma, such as \"{numbers.CommaExample}\": which are right? The others will be rejected."
            : $"The numbers, such as \"{numbers.Ambiguous}\", can be read in two ways: with 1,234.56 it is {AsRead(numbers.Ambiguous!, NumberStyle.Point)}, with 1.234,56 it is {AsRead(numbers.Ambiguous!, NumberStyle.Comma)}. Which is right?";
        return new ImportQuestion("numberFormat", text, readings);
    }

    /// <summary>Amounts are written with a sign that several currencies share.</summary>
    public static ImportQuestion Currency(string sign)
    {
        var candidates = Currencies.Candidates(sign);
        var more = candidates.Count > CurrenciesOffered ? " If it is none of these, make it the workspace's currency first." : string.Empty;
        return new ImportQuestion(
            "currency",
            $"Amounts are written with \"{sign}\", which several currencies share: which one is it?{more}",
            [.. candidates.Take(CurrenciesOffered).Select(code => new ImportAnswer(code, Currencies.NameOf(code)))]);
    }

    private static string Reading(DateEvidence dates, DateOrder order)
    {
        var (first, last) = dates.Span(order);
        var reader = new DateReader(new DateStyle(order), TimeZoneInfo.Utc);
        var example = reader.TryRead(System.Text.Encoding.UTF8.GetBytes(dates.Example ?? string.Empty), out var instant) ? $"{Long(instant)}, " : string.Empty;
        return $"{example}dates from {Long(first)} to {Long(last)}";
    }

    private static string Long(DateTime day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string AsRead(string number, NumberStyle style) =>
        NumberReader.TryRead(System.Text.Encoding.UTF8.GetBytes(number), style, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "no number";
}
