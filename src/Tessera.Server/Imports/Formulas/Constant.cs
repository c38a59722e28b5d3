namespace Tessera.Server.Imports.Formulas;

/// <summary>A number or text written in the formula itself.</summary>
internal sealed class Constant(FormulaValue value) : Formula
{
    public override IEnumerable<int> Columns => [];

    public override FormulaValue Evaluate(IFormulaRow row) => value;
}
