using System.Globalization;
using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Imports.Dates;

/// <summary>Reads dates whose style is known, as instants.</summary>
/// <remarks>Not thread-safe: it remembers the last text, because the lines of an order share theirs.</remarks>
internal sealed class DateReader
{
    private static readonly DateTime ExcelEpoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly DateStyle style;
    private readonly TimeZoneInfo zone;
    private readonly byte[] lastText = new byte[80];
    private int lastLength = -1;
    private DateTime lastInstant;

    /// <param name="style">How dates are written.</param>
    /// <param name="zone">Where they were written: what a time without an offset is local to.</param>
    public DateReader(DateStyle style, TimeZoneInfo zone)
    {
        this.style = style;
        this.zone = zone;
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">The value, UTF-8, trimmed.</param>
    /// <param name="instant">The instant, in UTC, to the microsecond.</param>
    /// <returns>Whether the whole text is a date from 1970 to 2199 in the file's style.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, out DateTime instant)
    {
        if (text.Length == lastLength && text.SequenceEqual(lastText.AsSpan(0, lastLength)))
        {
            instant = lastInstant;
            return true;
        }

        if (!TryReadAfresh(text, out instant))
        {
            return false;
        }

        if (text.Length <= lastText.Length)
        {
            text.CopyTo(lastText);
            lastLength = text.Length;
            lastInstant = instant;
        }

        return true;
    }

    /// <summary>The instant of a local time. A time that the clock skips is moved forward; one that it shows twice is the later one.</summary>
    internal static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        if (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime)
        {
            return DateTime.SpecifyKind(local, DateTimeKind.Utc);
        }

        // Daylight saving skips no more than two hours anywhere.
        for (var step = 0; zone.IsInvalidTime(local) && step < 4; step++)
        {
            local = local.AddMinutes(30);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    /// <summary>The local time that three numbers in a given order are, if they are one.</summary>
    internal static bool TryCompose(in DateParts parts, DateOrder order, out DateTime local)
    {
        var (year, month, day, yearDigits) = order switch
        {
            _ when parts.FirstDigits == 4 => (parts.First, parts.Second, parts.Third, 4),
            _ when parts.NamedMonth == 1 => (parts.Third, parts.First, parts.Second, parts.ThirdDigits),
            _ when parts.NamedMonth == 2 => (parts.Third, parts.Second, parts.First, parts.ThirdDigits),
            DateOrder.DayMonthYear => (parts.Third, parts.Second, parts.First, parts.ThirdDigits),
            DateOrder.MonthDayYear => (parts.Third, parts.First, parts.Second, parts.ThirdDigits),
            _ => (parts.First, parts.Second, parts.Third, parts.FirstDigits),
        };
        year = yearDigits switch
        {
            4 => year,
            2 => year + (year < 70 ? 2000 : 1900),
            _ => 0,
        };
        return TryCompose(year, month, day, parts.Time, out local);
    }

    /// <summary>The local or universal time that a single number is, if it is one.</summary>
    internal static bool TryCompose(ReadOnlySpan<byte> text, DateNumber kind, out DateTime time)
    {
        time = default;
        if (!NumberReader.TryRead(text, NumberStyle.Point, out var number) || number <= 0 || text[0] is < (byte)'0' or > (byte)'9')
        {
            return false;
        }

        return kind switch
        {
            DateNumber.Compact => TryComposeCompact(text, out time),
            DateNumber.ExcelSerial => number is >= 25569 and < 109575 && TryAdd(ExcelEpoch, number, TimeSpan.TicksPerDay, out time),
            DateNumber.UnixSeconds => number is >= 100_000_000 and < 7_258_118_400 && TryAdd(DateTime.UnixEpoch, number, TimeSpan.TicksPerSecond, out time),
            DateNumber.UnixMilliseconds => number >= 100_000_000_000 && TryAdd(DateTime.UnixEpoch, number, TimeSpan.TicksPerMillisecond, out time),
            _ => number >= 100_000_000_000_000 && TryAdd(DateTime.UnixEpoch, number, TimeSpan.TicksPerMicrosecond, out time),
        };
    }

    private static bool TryAdd(DateTime epoch, decimal number, long ticksPerUnit, out DateTime time)
    {
        time = default;
        if (number * ticksPerUnit > 100_000_000_000_000_000m)
        {
            return false;
        }

        // Excel's fractions of a day are rounded to the millisecond, which undoes their representation error.
        var grain = ticksPerUnit == TimeSpan.TicksPerDay ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerMicrosecond;
        var ticks = (long)decimal.Round(number * ticksPerUnit / grain) * grain;
        time = epoch.AddTicks(ticks);
        return InRange(time);
    }

    private static bool TryComposeCompact(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (8 or 12 or 14) || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        Span<int> parts = [Two(text, 0) * 100 + Two(text, 2), Two(text, 4), Two(text, 6), Two(text, 8), Two(text, 10), Two(text, 12)];
        return parts[3] < 24 && parts[4] < 60 && parts[5] < 60
            && TryCompose(parts[0], parts[1], parts[2], new TimeSpan(parts[3], parts[4], parts[5]), out time);
    }

    private static int Two(ReadOnlySpan<byte> text, int at) => at < text.Length ? ((text[at] - '0') * 10) + text[at + 1] - '0' : 0;

    private static bool TryCompose(int year, int month, int day, TimeSpan time, out DateTime local)
    {
        var valid = year is >= 1970 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        local = valid ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + time : default;
        return valid;
    }

    private static bool InRange(DateTime time) => time.Year is >= 1970 and < 2200;

    private bool TryReadAfresh(ReadOnlySpan<byte> text, out DateTime instant)
    {
        instant = default;
        if (style.Number is { } kind && TryCompose(text, kind, out var numeric))
        {
            instant = kind is DateNumber.Compact or DateNumber.ExcelSerial ? ToUtc(numeric, zone) : DateTime.SpecifyKind(numeric, DateTimeKind.Utc);
            return true;
        }

        if (!DateParser.TryParse(text, out var parts) || !TryCompose(parts, style.Order, out var local))
        {
            return false;
        }

        instant = parts.Offset is { } offset ? DateTime.SpecifyKind(local - offset, DateTimeKind.Utc) : ToUtc(local, zone);
        return InRange(instant);
    }
}
