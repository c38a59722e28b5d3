namespace Tessera.ClickHouse.Codecs;

/// <summary>Instants and days as ClickHouse counts them.</summary>
internal static class DateTimeConversions
{
    private const int EpochDay = 719_162; // 1970-01-01 as a DateOnly.DayNumber
    private const int TickDigits = 7; // a .NET tick is 10^-7 s

    public static DateOnly FromDays(int days) => DateOnly.FromDayNumber(EpochDay + days);

    public static ushort ToDays(DateOnly day) =>
        day.DayNumber - EpochDay is >= 0 and <= ushort.MaxValue and var days
            ? (ushort)days
            : throw new ValueException($"{day:yyyy-MM-dd} is outside 1970-01-01 to 2149-06-06, the range of Date.");

    // Outside this range ClickHouse stores the nearest day that it knows, without a word.
    public static int ToWideDays(DateOnly day) =>
        day.Year is >= 1900 and <= 2299
            ? day.DayNumber - EpochDay
            : throw new ValueException($"{day:yyyy-MM-dd} is outside 1900-01-01 to 2299-12-31, the range of Date32.");

    public static DateTimeOffset FromSeconds(uint seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static uint ToSeconds(DateTimeOffset instant) =>
        instant.ToUnixTimeSeconds() is >= 0 and <= uint.MaxValue and var seconds
            ? (uint)seconds
            : throw new ValueException($"{instant:u} is outside 1970 to 2106, the range of DateTime.");

    /// <summary>From a count of 10^-<paramref name="digits"/> seconds; what is finer than 100 ns is cut off.</summary>
    public static DateTimeOffset FromFraction(long count, int digits)
    {
        var ticks = digits <= TickDigits ? count * Power(TickDigits - digits) : FloorDivide(count, Power(digits - TickDigits));
        return DateTimeOffset.UnixEpoch.AddTicks(ticks);
    }

    /// <summary>As a count of 10^-<paramref name="digits"/> seconds; what is finer than the column is cut off.</summary>
    public static long ToFraction(DateTimeOffset instant, int digits)
    {
        if (instant.UtcDateTime.Year is < 1900 or > 2299)
        {
            throw new ValueException($"{instant:u} is outside 1900 to 2299, the range of DateTime64.");
        }

        var ticks = (instant - DateTimeOffset.UnixEpoch).Ticks;
        try
        {
            return digits <= TickDigits ? FloorDivide(ticks, Power(TickDigits - digits)) : ticks * Power(digits - TickDigits);
        }
        catch (OverflowException)
        {
            throw new ValueException($"{instant:u} is outside the range of DateTime64({digits}).");
        }
    }

    private static long FloorDivide(long dividend, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(dividend, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
