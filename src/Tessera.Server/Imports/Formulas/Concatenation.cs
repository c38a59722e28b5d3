namespace Tessera.Server.Imports.Formulas;

/// <summary>Two texts, one after the other: <c>Date &amp; ' ' &amp; Time</c>. Empty ones add nothing.</summary>
internal sealed class Concatenation(Formula left, Formula right) : Formula
{
    public override IEnumerable<int> Columns => left.Columns.Concat(right.Columns);

    public override FormulaValue Evaluate(IFormulaRow row)
    {
        var first = left.Evaluate(row);
        if (first.Kind == FormulaValueKind.Failure)
        {
            return first;
        }

        var second = right.Evaluate(row);
        return second.Kind == FormulaValueKind.Failure ? second : FormulaValue.Of(first.ToText() + second.ToText());
    }
}
