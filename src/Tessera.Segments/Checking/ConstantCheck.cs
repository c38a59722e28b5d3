using Tessera.Segments.Text;

namespace Tessera.Segments.Checking;

/// <summary>Warns of conditions that hold for everybody or for nobody, whatever they do.</summary>
internal static class ConstantCheck
{
    internal static void Check(Expression definition, SourceMap sources, DiagnosticBag problems)
    {
        Stack<Expression> open = new([definition]);
        while (open.TryPop(out var expression))
        {
            foreach (var part in expression.Parts)
            {
                open.Push(part);
            }

            if (Constant(expression) is { } holds)
            {
                problems.Add(
                    DiagnosticSeverity.Warning,
                    DiagnosticCodes.Constant,
                    holds ? "This holds for everybody, whatever they do." : "This holds for nobody, whatever they do.",
                    sources.SpanOf(expression));
            }
        }
    }

    /// <summary>Whether an expression always holds (true) or never does (false) by its numbers alone; null when it depends.</summary>
    private static bool? Constant(Expression expression) => expression switch
    {
        AtLeastOf { Minimum: 0 } => true,
        AtLeastOf group when group.Minimum > group.Items.Count => false,
        DidRegularly { Minimum: 0 } => true,
        DidRegularly regular when regular.Minimum > regular.Of => false,
        Did { Period: BetweenInstants period } did when period.From == period.To => did.Quantity.Count.Passes(0),
        Did did => Constant(did.Quantity.Count),
        _ => null,
    };

    private static bool? Constant(CountTest test) => test switch
    {
        { Most: < 0 } => false,
        { Least: 0, Most: null } => true,
        _ => null,
    };
}
