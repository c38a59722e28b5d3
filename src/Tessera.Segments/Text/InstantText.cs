using System.Globalization;

namespace Tessera.Segments.Text;

/// <summary>Reads days and instants: <c>2026-03-01</c>, <c>2026-03-01T09:30:00Z</c>, <c>2026-03-01T09:30+01:00</c>.</summary>
internal static class InstantText
{
    /// <summary>Reads an instant, or says in a sentence why it is none.</summary>
    internal static Instant? Parse(string text, out string problem)
    {
        problem = string.Empty;
        var day = text.Length >= 10 ? text[..10] : text;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problem = $"{day} is no day of the calendar. Write year, month and day: 2026-03-01.";
            return null;
        }

        if (text.Length == 10)
        {
            return new StartOfDay(date);
        }

        var rest = text[10..];
        var zoneAt = rest.AsSpan(1).IndexOfAny("Zz+-") + 1;
        if (rest[0] is not ('T' or 't') || zoneAt == 0)
        {
            problem = rest[0] is 'T' or 't'
                ? $"{text} does not say in which time zone. Add Z for UTC, or an offset such as +01:00."
                : $"{text} is no instant. Write 2026-03-01 or 2026-03-01T09:30:00Z.";
            return null;
        }

        if (!TryTime(rest[1..zoneAt], out var time) || !TryOffset(rest[zoneAt..], out var offset))
        {
            problem = $"{text} is no instant. Write it like 2026-03-01T09:30:00Z or 2026-03-01T09:30:00.25+01:00, with at most six digits of a second.";
            return null;
        }

        var ticks = date.ToDateTime(time).Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            problem = $"{text} is outside the years 1 to 9999 in UTC.";
            return null;
        }

        return new ExactInstant(new DateTimeOffset(ticks, TimeSpan.Zero));
    }

    private static bool TryTime(string text, out TimeOnly time)
    {
        string[] formats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF"];
        time = default;
        return !text.EndsWith('.') && TimeOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool TryOffset(string text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
        {
            return true;
        }

        var digits = text[1..].Replace(":", string.Empty, StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !digits.All(char.IsAsciiDigit) || (text.Contains(':', StringComparison.Ordinal) && text is not [_, _, _, ':', _, _]))
        {
            return false;
        }

        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return hours <= 18 && minutes < 60;
    }
}
