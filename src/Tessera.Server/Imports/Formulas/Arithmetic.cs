namespace Tessera.Server.Imports.Formulas;

/// <summary>Two numbers added, subtracted, multiplied or divided.</summary>
internal sealed class Arithmetic(Formula left, char sign, Formula right) : Formula
{
    public override IEnumerable<int> Columns => left.Columns.Concat(right.Columns);

    public override FormulaValue Evaluate(IFormulaRow row)
    {
        var first = left.EvaluateNumber(row);
        if (first.Kind != FormulaValueKind.Number)
        {
            return first;
        }

        var second = right.EvaluateNumber(row);
        return second.Kind == FormulaValueKind.Number ? Compute(first.Number, second.Number) : second;
    }

    private FormulaValue Compute(decimal first, decimal second)
    {
        if (sign == '/' && second == 0)
        {
            return FormulaValue.Failure("the formula divides by zero");
        }

        try
        {
            return FormulaValue.Of(sign switch
            {
                '+' => first + second,
                '-' => first - second,
                '*' => first * second,
                _ => first / second,
            });
        }
        catch (OverflowException)
        {
            return FormulaValue.Failure("the formula comes to a number that is too large");
        }
    }
}
