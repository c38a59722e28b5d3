namespace Tessera.Segments;

/// <summary>A unit of the calendar, in the workspace's time zone.</summary>
public enum CalendarUnit
{
    /// <summary>A day, of 23, 24 or 25 hours.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter, from January, April, July or October.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}
