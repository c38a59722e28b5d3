namespace Tessera.Simulation.DesignSaas;

/// <summary>The hours of the local day in which customers work.</summary>
internal enum WorkingHours
{
    /// <summary>Nine to six, with a lunch break.</summary>
    Office,

    /// <summary>From late morning into the night.</summary>
    Freelance,

    /// <summary>After work.</summary>
    Evening,
}
