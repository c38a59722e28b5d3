namespace Tessera.Simulation.Calendars;

/// <summary>When a place moves its clock forward by an hour. Rules of our own, because the machine's time zone data changes.</summary>
internal enum DaylightSaving
{
    /// <summary>Never.</summary>
    None,

    /// <summary>From the last Sunday of March to the last Sunday of October.</summary>
    European,

    /// <summary>From the second Sunday of March to the first Sunday of November.</summary>
    NorthAmerican,

    /// <summary>From the first Sunday of October to the first Sunday of April.</summary>
    Australian,
}
