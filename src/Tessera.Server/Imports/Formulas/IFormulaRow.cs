namespace Tessera.Server.Imports.Formulas;

/// <summary>The row that a formula is evaluated in.</summary>
internal interface IFormulaRow
{
    /// <summary>The value of a column as text, trimmed.</summary>
    string Text(int column);

    /// <summary>The value of a column as a number in the style of the file; false when it is not one.</summary>
    bool TryNumber(int column, out decimal number);

    /// <summary>Whether the column has no value in the row.</summary>
    bool IsEmpty(int column);
}
