using System.Diagnostics.CodeAnalysis;
using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Mapping;

/// <summary>Where a target's value comes from: a column, or a formula over columns.</summary>
internal sealed class SourceExpression
{
    private SourceExpression(string text, int column, Formula? formula)
    {
        Text = text;
        Column = column;
        Formula = formula;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The column's index; -1 when it is a formula.</summary>
    public int Column { get; }

    /// <summary>The formula; null when it is just a column.</summary>
    public Formula? Formula { get; }

    /// <summary>The columns that it reads.</summary>
    public IEnumerable<int> Columns => Formula?.Columns ?? [Column];

    /// <summary>Reads a source: the name of a column as it is, else a formula.</summary>
    /// <param name="text">A column's name or number, or a formula.</param>
    /// <param name="columns">The columns there are.</param>
    /// <param name="expression">The source.</param>
    /// <param name="complaint">Why it is none, with the place.</param>
    public static bool TryParse(string text, ColumnNames columns, [NotNullWhen(true)] out SourceExpression? expression, out string complaint)
    {
        (expression, complaint) = (null, string.Empty);
        try
        {
            if (IsName(text.Trim(), columns) && columns.TryFind(text.Trim(), out var column))
            {
                expression = new SourceExpression(text, column, null);
                return true;
            }

            var formula = FormulaParser.Parse(text, columns);
            expression = formula is ColumnReference reference ? new SourceExpression(text, reference.Column, null) : new SourceExpression(text, -1, formula);
            return true;
        }
        catch (ImportException ambiguous)
        {
            complaint = ambiguous.Message;
        }
        catch (FormulaException mistake)
        {
            complaint = $"in \"{text}\", at character {mistake.Position + 1}: {mistake.Message}";
        }

        return false;
    }

    // "invoice-no" may stand for the column "Invoice No", but "-total" is the opposite of total and "total *" is a mistake.
    private static bool IsName(string text, ColumnNames columns) =>
        text.StartsWith('#')
        || columns.All.Contains(text, StringComparer.OrdinalIgnoreCase)
        || (text.Length > 0 && char.IsLetterOrDigit(text[0]) && char.IsLetterOrDigit(text[^1]) && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '_' or '-' or '.'));
}
