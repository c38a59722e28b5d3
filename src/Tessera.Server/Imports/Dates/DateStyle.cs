using System.Globalization;

namespace Tessera.Server.Imports.Dates;

/// <summary>How the dates of a file are written, as far as the dates themselves do not say.</summary>
/// <param name="Order">The order of three numbers that do not begin with a four-digit year.</param>
/// <param name="Number">What a single number is, or null when no date is a single number.</param>
internal sealed record DateStyle(DateOrder Order, DateNumber? Number = null)
{
    private static readonly (string Name, DateStyle Style)[] Named =
    [
        ("iso", new DateStyle(DateOrder.YearMonthDay)),
        ("d/m/y", new DateStyle(DateOrder.DayMonthYear)),
        ("m/d/y", new DateStyle(DateOrder.MonthDayYear)),
        ("y/m/d", new DateStyle(DateOrder.YearMonthDay)),
        ("compact", new DateStyle(DateOrder.YearMonthDay, DateNumber.Compact)),
        ("unix-seconds", new DateStyle(DateOrder.YearMonthDay, DateNumber.UnixSeconds)),
        ("unix-milliseconds", new DateStyle(DateOrder.YearMonthDay, DateNumber.UnixMilliseconds)),
        ("unix-microseconds", new DateStyle(DateOrder.YearMonthDay, DateNumber.UnixMicroseconds)),
        ("excel", new DateStyle(DateOrder.YearMonthDay, DateNumber.ExcelSerial)),
    ];

    /// <summary>The names that the option <c>dateFormat</c> takes.</summary>
    public static IEnumerable<string> Names => Named.Select(entry => entry.Name);

    /// <summary>The name of the style, as the option <c>dateFormat</c> takes it.</summary>
    public string Name => Named.First(entry => Number is null ? entry.Style.Order == Order && entry.Name != "iso" : entry.Style.Number == Number).Name;

    /// <summary>
    /// Reads a style's name, in any of the spellings people use: <c>d/m/y</c>, <c>dd.MM.yyyy</c>, <c>MM/dd/yyyy HH:mm</c>, <c>iso</c>,
    /// <c>unix-seconds</c>, <c>excel</c>.
    /// </summary>
    public static bool TryRead(string text, out DateStyle style)
    {
        var name = text.Trim().ToLower(CultureInfo.InvariantCulture);
        style = Named.FirstOrDefault(entry => entry.Name == name).Style!;
        if (style is not null)
        {
            return true;
        }

        // The order in which the letters d, m and y first occur; minutes come last and so do not matter.
        var order = string.Concat(name.Where(letter => letter is 'd' or 'm' or 'y').Distinct());
        style = order switch
        {
            "dmy" => new DateStyle(DateOrder.DayMonthYear),
            "mdy" => new DateStyle(DateOrder.MonthDayYear),
            "ymd" => new DateStyle(DateOrder.YearMonthDay),
            _ => null!,
        };
        return style is not null;
    }
}
