namespace Tessera.Simulation.DesignSaas;

/// <summary>Where an account stands on its way.</summary>
internal enum AccountPhase : byte
{
    /// <summary>Not signed up yet.</summary>
    Prospect,

    /// <summary>Using the tool as it likes.</summary>
    Healthy,

    /// <summary>Losing interest: activity falls until the account leaves or recovers.</summary>
    Declining,

    /// <summary>Left for good.</summary>
    Gone,
}
