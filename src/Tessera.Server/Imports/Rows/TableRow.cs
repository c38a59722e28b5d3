using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Rows;

/// <summary>The current row of a table, its numbers read in the style of the file.</summary>
internal sealed class TableRow(TableReader table, NumberStyle style) : IFormulaRow
{
    /// <summary>The table.</summary>
    public TableReader Table => table;

    public string Text(int column) => table.Text(column);

    public bool IsEmpty(int column) => table.Field(column).IsEmpty;

    public bool TryNumber(int column, out decimal number) => TryNumber(column, out number, out _);

    /// <summary>The value of a column as a number, and the currency written with it.</summary>
    public bool TryNumber(int column, out decimal number, out string? currency)
    {
        // A workbook's numbers have no style: they are numbers.
        var inStyle = table.TypeOf(column) == CellType.Number ? NumberStyle.Point : style;
        return NumberReader.TryRead(table.Field(column), inStyle, out number, out currency);
    }
}
