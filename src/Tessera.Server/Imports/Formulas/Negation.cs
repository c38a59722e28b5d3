namespace Tessera.Server.Imports.Formulas;

/// <summary>The opposite of a number: <c>-Refunded</c>.</summary>
internal sealed class Negation(Formula operand) : Formula
{
    public override IEnumerable<int> Columns => operand.Columns;

    public override FormulaValue Evaluate(IFormulaRow row)
    {
        var value = operand.EvaluateNumber(row);
        return value.Kind == FormulaValueKind.Number ? FormulaValue.Of(-value.Number) : value;
    }
}
