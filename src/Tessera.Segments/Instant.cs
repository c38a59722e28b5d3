namespace Tessera.Segments;

/// <summary>A fixed point in time as a definition names it: the start of a day, or an exact instant.</summary>
public abstract record Instant
{
    private protected Instant()
    {
    }

    /// <summary>The point in time.</summary>
    /// <param name="zone">The workspace's time zone, which says when a day starts.</param>
    public abstract DateTimeOffset In(TimeZoneInfo zone);
}
