using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Mapping;

namespace Tessera.Server.Imports.Rows;

/// <summary>Reads a number from every row.</summary>
internal sealed class NumberField(TableRow row, SourceExpression source, string target)
{
    /// <summary>The column or formula it is read from, as in the mapping.</summary>
    public string Source => source.Text;

    private readonly string notANumber = $"{target} is not a number";

    /// <summary>The number, null when the row has none; false when it has something else.</summary>
    /// <param name="number">The number.</param>
    /// <param name="currency">The currency written with it, or null.</param>
    /// <param name="problem">What it has instead.</param>
    public bool TryRead(out decimal? number, out string? currency, out RowProblem problem)
    {
        (number, currency, problem) = (null, null, default);
        return source.Formula is null ? TryReadColumn(out number, out currency, out problem) : TryReadFormula(source.Formula, out number, out problem);
    }

    private bool TryReadColumn(out decimal? number, out string? currency, out RowProblem problem)
    {
        (number, problem) = (null, default);
        if (row.TryNumber(source.Column, out var value, out currency))
        {
            number = value;
            return true;
        }

        if (row.IsEmpty(source.Column))
        {
            return true;
        }

        problem = new RowProblem(notANumber, source.Text, row.Text(source.Column));
        return false;
    }

    private bool TryReadFormula(Formula formula, out decimal? number, out RowProblem problem)
    {
        var value = formula.EvaluateNumber(row);
        number = value.Kind == FormulaValueKind.Number ? value.Number : null;
        problem = value.Kind == FormulaValueKind.Failure
            ? new RowProblem($"{target}: {value.Reason}", source.Text, value.Column < 0 ? string.Empty : row.Text(value.Column))
            : default;
        return value.Kind != FormulaValueKind.Failure;
    }
}
