namespace Tessera.Server.Imports.Formulas;

/// <summary>A formula over the columns of a table, such as <c>Quantity*UnitPrice</c>. Immutable.</summary>
/// <remarks>
/// Numbers are exact decimals. Whatever is computed with an empty cell is empty, except by <c>coalesce</c> and <c>if</c>. See
/// <see cref="FormulaParser"/> for the grammar.
/// </remarks>
internal abstract class Formula
{
    /// <summary>The columns that the formula reads, by index.</summary>
    public abstract IEnumerable<int> Columns { get; }

    /// <summary>What the formula comes to in a row.</summary>
    public abstract FormulaValue Evaluate(IFormulaRow row);

    /// <summary>The value as a number: a text, or a column that does not hold one, is a failure.</summary>
    public virtual FormulaValue EvaluateNumber(IFormulaRow row)
    {
        var value = Evaluate(row);
        return value.Kind == FormulaValueKind.Text ? FormulaValue.Failure($"\"{value.ToText()}\" is not a number") : value;
    }
}
