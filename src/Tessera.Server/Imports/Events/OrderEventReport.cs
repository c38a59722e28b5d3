namespace Tessera.Server.Imports.Events;

/// <summary>Counts what calls about orders say that no order line can hold, so that nothing is left out in silence.</summary>
/// <remarks>The calls themselves are kept whatever their amounts are.</remarks>
internal sealed class OrderEventReport
{
    private readonly Dictionary<string, (long Count, ulong Line, string Example)> seen = new(StringComparer.Ordinal);

    /// <summary>A product or total beyond what an order line holds; it made no line.</summary>
    public void LeftOut(StagedEvent call, string example) =>
        Count("products or totals of orders are too large for money and made no order line", call, example);

    /// <summary>A quantity, price or total that is not a number.</summary>
    public void NotANumber(StagedEvent call, string example) =>
        Count("quantities, prices or totals of orders are not numbers: a quantity counts as 1, an amount as 0", call, example);

    /// <summary>A currency that is not known, or a sign that several share.</summary>
    public void UnknownCurrency(StagedEvent call, string example) =>
        Count("orders name a currency by no known code, or by a sign that several share; they are kept as orders in another currency, which do not count", call, example);

    /// <summary>What there is to tell.</summary>
    public IEnumerable<string> Notes => seen.Select(entry => $"{entry.Value.Count:N0} {entry.Key}; the first is \"{entry.Value.Example}\"{Where(entry.Value.Line)}.");

    // Calls that come in live have no lines.
    private static string Where(ulong line) => line == 0 ? string.Empty : $" in line {line:N0}";

    private void Count(string what, StagedEvent call, string example) =>
        seen[what] = seen.TryGetValue(what, out var before) ? before with { Count = before.Count + 1 } : (1, call.SourceLine, example);
}
