using System.Globalization;
using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Live.Values;

/// <summary>Reads instants: ISO 8601 text, without an offset in the workspace's time zone, or a number of Unix seconds.</summary>
internal static class DateReading
{
    private const long PerSecond = 1_000_000;

    // The years 1901 to 2298.
    private const long Earliest = -2_177_452_800_000_000;
    private const long Latest = 10_382_256_000_000_000;

    internal static long? OfSeconds(double seconds) => Math.Floor(seconds * PerSecond) is var microseconds && Math.Abs(microseconds) < 1e17 ? Valid((long)microseconds) : null;

    internal static long? Parse(ReadOnlySpan<char> text, TimeZoneInfo zone)
    {
        if (text.Length < 10 || !HasForm(text[..10], "0000-00-00") || !DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        if (text.Length == 10)
        {
            return Valid(Microseconds.Of(Evaluation.Calendar.StartOf(day, zone)));
        }

        if (text[10] is not ('T' or ' ') || !TryTime(text[11..], out var time, out var rest))
        {
            return null;
        }

        var local = Microseconds.Of(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)) + time;
        if (rest.IsEmpty)
        {
            return Valid(local - Ahead(Microseconds.Time(local).DateTime, zone));
        }

        return TryOffset(rest, out var offset) ? Valid(local - offset) : null;
    }

    // HH:mm, seconds, and a fraction of which six digits are read.
    private static bool TryTime(ReadOnlySpan<char> text, out long time, out ReadOnlySpan<char> rest)
    {
        time = 0;
        rest = text;
        if (text.Length < 5 || !HasForm(text[..5], "00:00") || Two(text) > 23 || Two(text[3..]) > 59)
        {
            return false;
        }

        time = ((Two(text) * 3600L) + (Two(text[3..]) * 60L)) * PerSecond;
        rest = text[5..];
        if (rest is not [':', ..])
        {
            return true;
        }

        if (rest.Length < 3 || !HasForm(rest[..3], ":00") || Two(rest[1..]) > 59)
        {
            return false;
        }

        time += Two(rest[1..]) * PerSecond;
        rest = rest[3..];
        if (rest is not ['.', ..])
        {
            return true;
        }

        var digits = 1;
        for (var unit = PerSecond / 10; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++, unit /= 10)
        {
            time += (rest[digits] - '0') * unit;
        }

        rest = rest[digits..];
        return digits > 1;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long offset)
    {
        offset = 0;
        if (text is "Z")
        {
            return true;
        }

        if (text.Length is not (5 or 6) || text[0] is not ('+' or '-') || !HasForm(text[1..], text.Length == 5 ? "0000" : "00:00"))
        {
            return false;
        }

        offset = ((Two(text[1..]) * 60) + Two(text[^2..])) * 60L * PerSecond * (text[0] == '-' ? -1 : 1);
        return true;
    }

    // A clock time that comes twice means the earlier one; one that never comes counts on from the time before the change.
    private static long Ahead(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddDays(-1) : local);
        return offset.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    private static int Two(ReadOnlySpan<char> text) => ((text[0] - '0') * 10) + (text[1] - '0');

    private static bool HasForm(ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        for (var index = 0; index < form.Length; index++)
        {
            if (form[index] == '0' ? !char.IsAsciiDigit(text[index]) : text[index] != form[index])
            {
                return false;
            }
        }

        return text.Length == form.Length;
    }

    private static long? Valid(long microseconds) => microseconds is >= Earliest and < Latest ? microseconds : null;
}
