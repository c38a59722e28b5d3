namespace Tessera.Server.Imports.Reading;

/// <summary>What the file itself says a cell is.</summary>
internal enum CellType
{
    /// <summary>Characters whose meaning has to be found out: every cell of a text file, and text cells of a workbook.</summary>
    Text,

    /// <summary>A number of a workbook, given in plain form: <c>-1234.5</c>.</summary>
    Number,

    /// <summary>A date of a workbook, given in ISO form: <c>2011-12-09 12:50:00</c>.</summary>
    Date,
}
