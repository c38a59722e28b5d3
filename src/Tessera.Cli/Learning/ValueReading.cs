using System.Globalization;

namespace Tessera.Cli.Learning;

/// <summary>Reads numbers and dates out of a file, and says which value of which line is none.</summary>
internal static class ValueReading
{
    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy/MM/dd", "yyyy/MM/dd HH:mm",
        "yyyy/MM/dd HH:mm:ss", "yyyyMMdd",
    ];

    /// <summary>A finite number.</summary>
    /// <exception cref="CommandFailure">It is none.</exception>
    public static double Number(DelimitedFile file, int column)
    {
        var text = file.Text(column);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        throw Unreadable(file, column, text, "a finite number with a point for decimals");
    }

    /// <summary>A whole number of at least 0.</summary>
    /// <exception cref="CommandFailure">It is none.</exception>
    public static int Count(DelimitedFile file, int column)
    {
        var number = Number(file, column);
        return number is >= 0 and <= int.MaxValue && number == Math.Floor(number) ? (int)number : throw Unreadable(file, column, file.Text(column), "a whole number of at least 0");
    }

    /// <summary>A time with the year first.</summary>
    /// <exception cref="CommandFailure">It is none.</exception>
    public static DateTime Time(DelimitedFile file, int column)
    {
        var text = file.Text(column);
        return DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.DateTime
            : throw Unreadable(file, column, text, "a date with the year first, such as 2025-01-31 or 2025-01-31 18:30:00");
    }

    private static CommandFailure Unreadable(DelimitedFile file, int column, string text, string expected) =>
        new($"{file.Name}, line {file.Line}: \"{(text.Length > 40 ? text[..40] + "…" : text)}\" in column {file.Headers[column]} is not {expected}.");
}
