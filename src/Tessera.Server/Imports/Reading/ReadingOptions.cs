namespace Tessera.Server.Imports.Reading;

/// <summary>What the sender says about how the file is built; everything left out is recognised.</summary>
internal sealed record ReadingOptions
{
    /// <summary>The character between values, of a text file.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether there is a line of column names. Without one, columns are named <c>#1</c>, <c>#2</c> …</summary>
    public bool? Header { get; init; }

    /// <summary>How many lines (records) stand above the column names.</summary>
    public int? SkipLines { get; init; }

    /// <summary>The sheet of a workbook, by name.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether the file is only the beginning of one: that it breaks off is then no mistake.</summary>
    public bool IsSample { get; init; }
}
