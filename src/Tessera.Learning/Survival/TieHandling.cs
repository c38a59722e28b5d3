namespace Tessera.Learning.Survival;

/// <summary>What to do about events at the same time.</summary>
public enum TieHandling
{
    /// <summary>Efron's approximation: near the exact likelihood; the default.</summary>
    Efron,

    /// <summary>Breslow's approximation: simpler, and drawn towards zero where ties are many.</summary>
    Breslow,
}
