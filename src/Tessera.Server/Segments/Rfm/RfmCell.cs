using System.Text.Json.Serialization;

namespace Tessera.Server.Segments.Rfm;

/// <summary>What one of the 125 cells holds: everything else that is said about segments is a sum over cells.</summary>
/// <param name="R">Recency score.</param>
/// <param name="F">Frequency score.</param>
/// <param name="M">Monetary score.</param>
/// <param name="Customers">How many customers are in the cell; never 0, for empty cells are not kept.</param>
/// <param name="Revenue">The sum of what they spent.</param>
/// <param name="TotalRecencyDays">The sum of their days since the last purchase.</param>
/// <param name="TotalOrders">The sum of their orders.</param>
/// <param name="MostRecencyDays">The longest time since a last purchase among them.</param>
/// <param name="LeastOrders">The fewest orders among them.</param>
/// <param name="LeastMonetary">The least money spent among them.</param>
internal sealed record RfmCell(
    byte R,
    byte F,
    byte M,
    long Customers,
    decimal Revenue,
    long TotalRecencyDays,
    long TotalOrders,
    int MostRecencyDays,
    long LeastOrders,
    decimal LeastMonetary)
{
    /// <summary>The cell's scores.</summary>
    [JsonIgnore]
    public RfmScores Scores => new(R, F, M);
}
