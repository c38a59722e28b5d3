using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Mapping;

namespace Tessera.Server.Imports.Planning;

/// <summary>What a plan tells the sender.</summary>
internal static class PlanReport
{
    /// <summary>The report of an import that was planned and not read yet.</summary>
    public static ImportReport Of(ImportPlan plan) => new()
    {
        File = plan.Shape,
        Mapping = Mapping(plan),
        Notes = plan.Notes,
        Questions = plan.Questions,
    };

    /// <summary>Which column or formula has what, what is computed included.</summary>
    public static IReadOnlyDictionary<string, string> Mapping(ImportPlan plan)
    {
        var mapping = plan.Mapping.Sources.ToDictionary(source => source.Key, source => source.Value.Text, StringComparer.Ordinal);
        if (!mapping.ContainsKey(OrderTargets.Amount) && mapping.TryGetValue(OrderTargets.UnitPrice, out var price))
        {
            mapping[OrderTargets.Amount] = mapping.TryGetValue(OrderTargets.Quantity, out var quantity) ? $"{Operand(quantity)}*{Operand(price)}" : price;
        }

        return mapping;
    }

    // The name of a column needs brackets in a formula when it is more than one word.
    private static string Operand(string source) =>
        source.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '#') ? source : $"[{source}]";
}
