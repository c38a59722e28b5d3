namespace Tessera.Segments;

/// <summary>A unit of elapsed time, of fixed length whatever the calendar does.</summary>
public enum DurationUnit
{
    /// <summary>60 seconds.</summary>
    Minutes,

    /// <summary>60 minutes.</summary>
    Hours,

    /// <summary>24 hours.</summary>
    Days,

    /// <summary>7 days.</summary>
    Weeks,
}
