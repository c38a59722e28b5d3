namespace Tessera.Server.Imports.Numbers;

/// <summary>Which of point and comma separates the decimals in a file's numbers; the other one groups thousands.</summary>
internal enum NumberStyle
{
    /// <summary><c>1,234.56</c></summary>
    Point,

    /// <summary><c>1.234,56</c></summary>
    Comma,
}
