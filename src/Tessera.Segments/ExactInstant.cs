using System.Globalization;

namespace Tessera.Segments;

/// <summary><c>2026-03-01T09:30:00Z</c>: an exact instant, kept in UTC with microsecond resolution.</summary>
public sealed record ExactInstant : Instant
{
    /// <summary>Creates an instant.</summary>
    /// <param name="time">The instant, in whole microseconds; its offset is not kept.</param>
    /// <exception cref="ArgumentException">The time is finer than a microsecond.</exception>
    public ExactInstant(DateTimeOffset time)
    {
        if (time.Ticks % TimeSpan.TicksPerMicrosecond != 0)
        {
            throw new ArgumentException("Times have microsecond resolution.", nameof(time));
        }

        Time = time.ToUniversalTime();
    }

    /// <summary>The instant in UTC.</summary>
    public DateTimeOffset Time { get; }

    /// <inheritdoc/>
    public override DateTimeOffset In(TimeZoneInfo zone) => Time;

    /// <summary>The instant as the language writes it: UTC, seconds always, a fraction only where there is one.</summary>
    public override string ToString()
    {
        var seconds = Time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var fraction = Time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
        return fraction == 0 ? seconds + "Z" : $"{seconds}.{fraction.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0')}Z";
    }
}
