namespace Tessera.Segments;

/// <summary><c>between 2026-01-01 and 2026-02-01</c>: <c>[from, to)</c>.</summary>
/// <param name="From">The first instant that counts.</param>
/// <param name="To">The first instant after it that does not.</param>
public sealed record BetweenInstants(Instant From, Instant To) : Period
{
    /// <summary>The first instant after the period; never before <see cref="From"/>.</summary>
    public Instant To { get; } = IsReversed(From, To)
        ? throw new ArgumentException("The period ends before it starts.", nameof(To))
        : To;

    // A day and an exact instant are compared only when no time zone (offsets reach from -14 to +14 hours) could put them right.
    internal static bool IsReversed(Instant from, Instant to)
    {
        var difference = to.In(TimeZoneInfo.Utc) - from.In(TimeZoneInfo.Utc);
        return from.GetType() == to.GetType() ? difference < TimeSpan.Zero : difference < TimeSpan.FromHours(-14);
    }
}
