namespace Tessera.Server.Imports.Formulas;

/// <summary>The value of a column.</summary>
internal sealed class ColumnReference(int column, string name) : Formula
{
    public override IEnumerable<int> Columns => [column];

    /// <summary>The index of the column.</summary>
    public int Column => column;

    public override FormulaValue Evaluate(IFormulaRow row) =>
        row.IsEmpty(column) ? FormulaValue.Empty : FormulaValue.Of(row.Text(column));

    public override FormulaValue EvaluateNumber(IFormulaRow row) =>
        row.IsEmpty(column) ? FormulaValue.Empty
        : row.TryNumber(column, out var number) ? FormulaValue.Of(number)
        : FormulaValue.Failure($"{name} is not a number", column);
}
