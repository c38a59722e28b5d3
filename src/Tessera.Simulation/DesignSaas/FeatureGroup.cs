namespace Tessera.Simulation.DesignSaas;

/// <summary>Groups of features that archetypes weigh differently.</summary>
internal enum FeatureGroup
{
    Core,
    Advanced,
    Collaboration,
    Ai,
}
