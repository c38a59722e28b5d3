namespace Tessera.Simulation.DesignSaas;

/// <summary>Why an account loses interest.</summary>
internal enum DepartureCause : byte
{
    /// <summary>Too dear.</summary>
    Price,

    /// <summary>The paid value was never found.</summary>
    MissingValue,

    /// <summary>Bad experiences, slow support.</summary>
    Quality,

    /// <summary>The project is over.</summary>
    NoNeed,

    /// <summary>Another tool.</summary>
    Competitor,
}
