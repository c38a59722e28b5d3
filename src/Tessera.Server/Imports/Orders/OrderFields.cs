using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Orders;

/// <summary>The fields of an order line, each bound to its column or formula; null where the file has none.</summary>
internal sealed class OrderFields
{
    public OrderFields(TableRow row, ColumnMapping mapping, DateReader dates)
    {
        OrderId = Text(OrderTargets.OrderId);
        Customer = Text(OrderTargets.CustomerId);
        Email = Text(OrderTargets.Email);
        CustomerName = Text(OrderTargets.CustomerName);
        Time = mapping[OrderTargets.Time] is { } time ? new TimeField(row, time, dates, OrderTargets.Time) : null;
        Sku = Text(OrderTargets.Sku);
        Description = Text(OrderTargets.Description);
        Category = Text(OrderTargets.Category);
        Quantity = Number(OrderTargets.Quantity);
        UnitPrice = Number(OrderTargets.UnitPrice);
        Amount = Number(OrderTargets.Amount);
        Currency = Text(OrderTargets.Currency);
        Country = Text(OrderTargets.Country);
        Status = Text(OrderTargets.Status);

        TextField? Text(string target) => mapping[target] is { } source ? new TextField(row, source) : null;
        NumberField? Number(string target) => mapping[target] is { } source ? new NumberField(row, source, target) : null;
    }

    public TextField? OrderId { get; }

    public TextField? Customer { get; }

    public TextField? Email { get; }

    public TextField? CustomerName { get; }

    public TimeField? Time { get; }

    public TextField? Sku { get; }

    public TextField? Description { get; }

    public TextField? Category { get; }

    public NumberField? Quantity { get; }

    public NumberField? UnitPrice { get; }

    public NumberField? Amount { get; }

    public TextField? Currency { get; }

    public TextField? Country { get; }

    public TextField? Status { get; }
}
