namespace Tessera.Segments;

/// <summary>The direction of a change.</summary>
public enum Trend
{
    /// <summary><c>fell by</c></summary>
    Fell,

    /// <summary><c>rose by</c></summary>
    Rose,
}
