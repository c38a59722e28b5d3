namespace Tessera.Server.Imports.Formulas;

/// <summary>Two values compared: as numbers when both are numbers, else as texts whatever their case. 1 when it holds, else 0.</summary>
internal sealed class Comparison(Formula left, string sign, Formula right) : Formula
{
    public override IEnumerable<int> Columns => left.Columns.Concat(right.Columns);

    public override FormulaValue Evaluate(IFormulaRow row)
    {
        var (first, second) = (left.EvaluateNumber(row), right.EvaluateNumber(row));
        var order = first.Kind == FormulaValueKind.Number && second.Kind == FormulaValueKind.Number
            ? first.Number.CompareTo(second.Number)
            : string.Compare(left.Evaluate(row).ToText(), right.Evaluate(row).ToText(), StringComparison.OrdinalIgnoreCase);
        var holds = sign switch
        {
            "=" => order == 0,
            "<>" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
        return FormulaValue.Of(holds ? 1 : 0);
    }
}
