using System.Globalization;

namespace Tessera.Segments;

/// <summary><c>2026-03-01</c>: the start of that day in the workspace's time zone.</summary>
/// <param name="Day">The day.</param>
public sealed record StartOfDay(DateOnly Day) : Instant
{
    /// <inheritdoc/>
    public override DateTimeOffset In(TimeZoneInfo zone) => Evaluation.Calendar.StartOf(Day, zone);

    /// <summary>The day as the language writes it.</summary>
    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
