namespace Tessera.Simulation.Running;

/// <summary>Instants as ISO 8601 in UTC with milliseconds: <c>2025-01-31T09:30:00.123Z</c>.</summary>
internal static class InstantText
{
    /// <summary>The length of the text.</summary>
    public const int Length = 24;

    /// <summary>Writes the instant that lies <paramref name="time"/> milliseconds after <paramref name="start"/>.</summary>
    public static void Write(DateTimeOffset start, long time, Span<byte> target)
    {
        var instant = start.UtcDateTime.AddTicks(time * TimeSpan.TicksPerMillisecond);
        instant.Deconstruct(out var date, out var clock);
        date.Deconstruct(out var year, out var month, out var day);
        "0000-00-00T00:00:00.000Z"u8.CopyTo(target);
        Digits(year, target[..4]);
        Digits(month, target[5..7]);
        Digits(day, target[8..10]);
        Digits(clock.Hour, target[11..13]);
        Digits(clock.Minute, target[14..16]);
        Digits(clock.Second, target[17..19]);
        Digits(clock.Millisecond, target[20..23]);
    }

    private static void Digits(int value, Span<byte> target)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
