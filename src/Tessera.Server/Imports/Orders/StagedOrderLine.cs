using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Orders;

/// <summary>One line of one order on its way into the staging area.</summary>
/// <remarks>Mutable, because one object serves all lines of a table: a line is written out before the next one is read into it.</remarks>
internal sealed class StagedOrderLine
{
    public Guid ProfileId { get; set; }

    /// <summary>What the profile is known by: <c>user_id</c>, <c>email</c>, or empty when the customer is unknown.</summary>
    public string IdentifierKind { get; set; } = string.Empty;

    public LineText Customer { get; set; } = LineText.Empty;

    public string Email { get; set; } = string.Empty;

    public string CustomerName { get; set; } = string.Empty;

    public DateTimeOffset Time { get; set; }

    public LineText OrderId { get; set; } = LineText.Empty;

    public string Kind { get; set; } = string.Empty;

    public string LineType { get; set; } = string.Empty;

    public LineText Sku { get; set; } = LineText.Empty;

    public LineText Description { get; set; } = LineText.Empty;

    public string Category { get; set; } = string.Empty;

    public decimal Quantity { get; set; }

    public decimal UnitPrice { get; set; }

    public decimal Amount { get; set; }

    public string Currency { get; set; } = string.Empty;

    public decimal OriginalAmount { get; set; }

    public string OriginalCurrency { get; set; } = string.Empty;

    public string Country { get; set; } = string.Empty;

    public ulong SourceLine { get; set; }

    /// <summary>The nth identical line of its order, from 1, when the source says so; 0 when it is to be counted.</summary>
    public uint GivenOccurrence { get; set; }
}
