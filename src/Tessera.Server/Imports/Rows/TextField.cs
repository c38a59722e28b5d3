using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Mapping;

namespace Tessera.Server.Imports.Rows;

/// <summary>Reads a text from every row.</summary>
internal sealed class TextField(TableRow row, SourceExpression source)
{
    /// <summary>The column or formula it is read from, as in the mapping.</summary>
    public string Source => source.Text;

    private readonly LineTextPool pool = new();

    /// <summary>The text, empty when there is none; false when a formula fails.</summary>
    public bool TryRead(out LineText text, out RowProblem problem)
    {
        problem = default;
        if (source.Formula is null)
        {
            text = pool.Get(row.Table.Field(source.Column));
            return true;
        }

        var value = source.Formula.Evaluate(row);
        text = LineText.Of(value.ToText());
        if (value.Kind != FormulaValueKind.Failure)
        {
            return true;
        }

        problem = new RowProblem(value.Reason, source.Text, value.Column < 0 ? string.Empty : row.Text(value.Column));
        return false;
    }

    /// <inheritdoc cref="TryRead(out LineText, out RowProblem)"/>
    public bool TryRead(out string text, out RowProblem problem)
    {
        var isRead = TryRead(out LineText read, out problem);
        text = read.Text;
        return isRead;
    }

    /// <inheritdoc cref="TryReadId(out LineText, out RowProblem)"/>
    public bool TryReadId(out string id, out RowProblem problem)
    {
        var isRead = TryReadId(out LineText read, out problem);
        id = read.Text;
        return isRead;
    }

    /// <summary>The text as an id. Programs that keep ids as fractions write <c>17850.0</c> for <c>17850</c>; both are the same id.</summary>
    public bool TryReadId(out LineText id, out RowProblem problem)
    {
        problem = default;
        if (source.Formula is not null)
        {
            return TryRead(out id, out problem);
        }

        var value = row.Table.Field(source.Column);
        if (value.Length > 2 && value.EndsWith(".0"u8) && !value[..^2].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            value = value[..^2];
        }

        id = pool.Get(value);
        return true;
    }
}
