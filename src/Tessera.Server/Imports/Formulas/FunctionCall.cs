namespace Tessera.Server.Imports.Formulas;

/// <summary>One of the few functions that formulas know.</summary>
internal sealed class FunctionCall : Formula
{
    private static readonly (string Name, int Least, int Most)[] Known =
    [
        ("abs", 1, 1), ("round", 1, 2), ("min", 1, 16), ("max", 1, 16), ("coalesce", 1, 16), ("if", 3, 3),
    ];

    private readonly string name;
    private readonly IReadOnlyList<Formula> arguments;

    private FunctionCall(string name, IReadOnlyList<Formula> arguments)
    {
        this.name = name;
        this.arguments = arguments;
    }

    public override IEnumerable<int> Columns => arguments.SelectMany(argument => argument.Columns);

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Names => Known.Select(function => function.Name);

    /// <summary>A call, or null and the complaint when the function is unknown or has another number of arguments.</summary>
    public static FunctionCall? Create(string name, IReadOnlyList<Formula> arguments, out string complaint)
    {
        var function = Array.Find(Known, known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        complaint = function.Name is null
            ? $"there is no function \"{name}\", only {string.Join(", ", Names)}"
            : $"{function.Name} takes {(function.Least == function.Most ? $"{function.Least}" : $"{function.Least} to {function.Most}")} values, not {arguments.Count}";
        return function.Name is not null && arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new FunctionCall(function.Name, arguments)
            : null;
    }

    public override FormulaValue Evaluate(IFormulaRow row) => name switch
    {
        "coalesce" => FirstPresent(row, formula => formula.Evaluate(row)),
        "if" => Choose(row).Evaluate(row),
        "abs" => OfNumbers(row, numbers => Math.Abs(numbers[0])),
        "min" => OfNumbers(row, numbers => numbers.Min()),
        "max" => OfNumbers(row, numbers => numbers.Max()),
        _ => OfNumbers(row, Round),
    };

    public override FormulaValue EvaluateNumber(IFormulaRow row) => name switch
    {
        "coalesce" => FirstPresent(row, formula => formula.EvaluateNumber(row)),
        "if" => Choose(row).EvaluateNumber(row),
        _ => Evaluate(row),
    };

    // Half is rounded away from zero, as people round money.
    private static decimal Round(decimal[] numbers) =>
        decimal.Round(numbers[0], (int)Math.Clamp(numbers.Length > 1 ? numbers[1] : 0, 0, 28), MidpointRounding.AwayFromZero);

    private FormulaValue FirstPresent(IFormulaRow row, Func<Formula, FormulaValue> evaluate) =>
        arguments.Select(evaluate).FirstOrDefault(value => value.Kind != FormulaValueKind.Empty);

    private Formula Choose(IFormulaRow row)
    {
        var condition = arguments[0].EvaluateNumber(row);
        return condition.Kind == FormulaValueKind.Number && condition.Number != 0 ? arguments[1] : arguments[2];
    }

    private FormulaValue OfNumbers(IFormulaRow row, Func<decimal[], decimal> compute)
    {
        var numbers = new decimal[arguments.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = arguments[i].EvaluateNumber(row);
            if (value.Kind != FormulaValueKind.Number)
            {
                return value;
            }

            numbers[i] = value.Number;
        }

        return FormulaValue.Of(compute(numbers));
    }
}
