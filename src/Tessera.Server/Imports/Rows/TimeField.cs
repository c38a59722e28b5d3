using System.Text;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Mapping;

namespace Tessera.Server.Imports.Rows;

/// <summary>Reads an instant from every row.</summary>
internal sealed class TimeField(TableRow row, SourceExpression source, DateReader reader, string target)
{
    /// <summary>The column or formula it is read from, as in the mapping.</summary>
    public string Source => source.Text;

    private readonly string notADate = $"{target} is not a date";

    /// <summary>The instant, null when the row has none; false when it has something else.</summary>
    public bool TryRead(out DateTime? instant, out RowProblem problem)
    {
        (instant, problem) = (null, default);
        if (source.Formula is not null)
        {
            return TryReadFormula(source.Formula, out instant, out problem);
        }

        var text = row.Table.Field(source.Column);
        if (text.IsEmpty)
        {
            return true;
        }

        if (reader.TryRead(text, out var read))
        {
            instant = read;
            return true;
        }

        problem = new RowProblem(notADate, source.Text, row.Text(source.Column));
        return false;
    }

    private bool TryReadFormula(Formula formula, out DateTime? instant, out RowProblem problem)
    {
        (instant, problem) = (null, default);
        var value = formula.Evaluate(row);
        var text = value.ToText();
        if (value.Kind == FormulaValueKind.Failure)
        {
            problem = new RowProblem($"{target}: {value.Reason}", source.Text, text);
            return false;
        }

        if (text.Length == 0)
        {
            return true;
        }

        if (reader.TryRead(Encoding.UTF8.GetBytes(text), out var read))
        {
            instant = read;
            return true;
        }

        problem = new RowProblem(notADate, source.Text, text);
        return false;
    }
}
