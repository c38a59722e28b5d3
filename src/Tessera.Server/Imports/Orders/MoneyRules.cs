namespace Tessera.Server.Imports.Orders;

/// <summary>In which currency amounts are, and what they are worth in the workspace's.</summary>
/// <param name="Workspace">The workspace's currency.</param>
/// <param name="Assumed">The currency of amounts that do not name theirs.</param>
/// <param name="Rates">What one unit of another currency is worth in the workspace's.</param>
internal sealed record MoneyRules(string Workspace, string Assumed, IReadOnlyDictionary<string, decimal> Rates)
{
    /// <summary>What signs mean that several currencies share.</summary>
    public required SharedSigns Signs { get; init; }

    /// <summary>What one unit of a currency is worth in the workspace's; null when that is not known.</summary>
    public decimal? RateOf(string currency) =>
        currency == Workspace ? 1
        : Rates.TryGetValue(currency, out var rate) ? rate
        : null;
}
