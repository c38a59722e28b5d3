namespace Tessera.Segments;

/// <summary>An end of an order.</summary>
public enum Extreme
{
    /// <summary>The greatest values.</summary>
    Top,

    /// <summary>The least values.</summary>
    Bottom,
}
