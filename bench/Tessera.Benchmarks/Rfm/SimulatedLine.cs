using Tessera.Domain;
using Tessera.Simulation;

namespace Tessera.Benchmarks.Rfm;

/// <summary>A row of <c>order_lines</c> made of a simulated one.</summary>
internal sealed record SimulatedLine(
    string Workspace,
    Guid ProfileId,
    DateTimeOffset Time,
    string OrderId,
    UInt128 LineKey,
    uint Occurrence,
    string Kind,
    string LineType,
    string Sku,
    string Description,
    string Category,
    decimal Quantity,
    decimal UnitPrice,
    decimal Amount,
    string Currency,
    decimal OriginalAmount,
    string OriginalCurrency,
    string Country,
    string Customer,
    Guid ImportId,
    ulong SourceLine)
{
    /// <summary>The lines of a shop, with the ids that an import would give its customers.</summary>
    public static IEnumerable<SimulatedLine> Of(WorkspaceKey workspace, Guid[] profiles, SimulationOptions options)
    {
        ulong number = 0;
        foreach (var line in ShopOrders.Lines(options))
        {
            var amount = line.Quantity * line.UnitPrice;
            yield return new SimulatedLine(
                workspace.Value, line.Customer < 0 ? Guid.Empty : profiles[line.Customer], line.Time, line.OrderId, ++number, 1,
                line.Quantity < 0 ? "return" : "sale", "product", line.Sku, line.Product, line.Category, line.Quantity, line.UnitPrice, amount, "EUR", amount,
                "EUR", line.Country, Name(line.Customer), Guid.Empty, number);
        }
    }

    /// <summary>What the shop calls a customer.</summary>
    public static string Name(int customer) => customer < 0 ? "" : $"c{customer}";
}
