namespace Tessera.Server.Imports.Reading;

/// <summary>What a file holds, by its first bytes.</summary>
internal enum FileContent
{
    /// <summary>Characters, in some encoding.</summary>
    Text,

    /// <summary>Something compressed with gzip.</summary>
    Gzip,

    /// <summary>A ZIP archive, which an XLSX workbook is.</summary>
    Zip,

    /// <summary>A compound document: an XLS workbook, or a workbook protected by a password.</summary>
    Compound,

    /// <summary>A web page or XML.</summary>
    Markup,

    /// <summary>Anything else that is not text.</summary>
    Binary,
}
