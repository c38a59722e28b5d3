using System.Collections.Frozen;

namespace Tessera.Server.Imports.Mapping;

/// <summary>Short words for targets that people write: <c>customer</c> for <c>customer_id</c>.</summary>
internal static class TargetNames
{
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["order"] = OrderTargets.OrderId,
        ["customer"] = OrderTargets.CustomerId,
        ["user_id"] = OrderTargets.CustomerId,
        ["id"] = OrderTargets.CustomerId,
        ["date"] = OrderTargets.Time,
        ["product"] = OrderTargets.Description,
        ["price"] = OrderTargets.UnitPrice,
        ["qty"] = OrderTargets.Quantity,
        ["total"] = OrderTargets.Amount,
        ["revenue"] = OrderTargets.Amount,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The target that a word stands for; the word itself when it is no short one.</summary>
    public static string Canonical(string name) => Short.GetValueOrDefault(name.Trim(), name.Trim());

    /// <summary>A mapping with its targets' full names; of two words for the same target, the later counts.</summary>
    public static IReadOnlyDictionary<string, string> Canonical(IReadOnlyDictionary<string, string> given)
    {
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, source) in given)
        {
            canonical[Canonical(name)] = source;
        }

        return canonical;
    }
}
