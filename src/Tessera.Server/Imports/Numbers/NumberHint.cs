namespace Tessera.Server.Imports.Numbers;

/// <summary>What one written number says about the style of the file it is in.</summary>
internal enum NumberHint
{
    /// <summary>It is not a number.</summary>
    NotANumber,

    /// <summary>It has no separator.</summary>
    None,

    /// <summary>Its decimals follow a point.</summary>
    Point,

    /// <summary>Its decimals follow a comma.</summary>
    Comma,

    /// <summary>It reads either way, with different values: <c>1,234</c>.</summary>
    Either,
}
