using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Events;

/// <summary>Makes order lines of the events of Segment's e-commerce specification: Order Completed, Refunded, Cancelled.</summary>
internal sealed class OrderEvents
{
    private static readonly FrozenDictionary<string, int> Signs = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["Order Completed"] = 1,
        ["Order Refunded"] = -1,
        ["Order Cancelled"] = -1,
        ["Order Canceled"] = -1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a call is about an order in a way that makes lines.</summary>
    public static bool IsOrder(StagedEvent call) => call.Type == "track" && IsOrderName(call.Name);

    /// <summary>Whether a track call of that name is about an order.</summary>
    public static bool IsOrderName(string name) => Signs.ContainsKey(name);

    /// <summary>The currency that the order names, as a code, or null.</summary>
    public static string? CurrencyOf(JsonElement properties) => Text(properties, "currency") is { Length: > 0 } name ? Currencies.Find(name) : null;

    /// <summary>The lines of an order: one for each product, or a single one when no products are listed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="money">In which currency amounts are.</param>
    public static IReadOnlyList<StagedOrderLine> Lines(StagedEvent call, JsonElement properties, MoneyRules money)
    {
        var sign = Signs[call.Name];
        var orderId = Text(properties, "order_id", "orderId", "checkout_id") is { Length: > 0 } id ? id : call.MessageId;
        var currency = CurrencyOf(properties) ?? money.Assumed;
        var products = properties.TryGetProperty("products", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(product => product.ValueKind == JsonValueKind.Object).ToList()
            : [];
        var lines = products.Count > 0
            ? products.Select(product => Line(call, orderId, currency, product, sign)).OfType<StagedOrderLine>().ToList()
            : [Total(call, orderId, currency, properties, sign)];
        Number(lines);
        foreach (var line in lines)
        {
            Settle(line, money, call);
        }

        return lines;
    }

    private static StagedOrderLine? Line(StagedEvent call, string orderId, string currency, JsonElement product, int sign)
    {
        var quantity = Math.Abs(Amount(product, "quantity") ?? 1) * sign;
        var price = Math.Abs(Amount(product, "price") ?? 0);
        var line = Start(call, orderId, currency);
        line.Sku = Text(product, "sku", "product_id", "productId") ?? string.Empty;
        line.Description = Text(product, "name") ?? string.Empty;
        line.Category = Text(product, "category") ?? string.Empty;
        return Fill(line, quantity, price, quantity * price) ? line : null;
    }

    private static StagedOrderLine Total(StagedEvent call, string orderId, string currency, JsonElement properties, int sign)
    {
        var total = Math.Abs(Amount(properties, "revenue") ?? Amount(properties, "total") ?? Amount(properties, "value") ?? 0);
        var line = Start(call, orderId, currency);
        line.Description = Text(properties, "plan", "product", "name") ?? string.Empty;
        return Fill(line, sign, total, sign * total) ? line : Start(call, orderId, currency);
    }

    private static StagedOrderLine Start(StagedEvent call, string orderId, string currency) => new()
    {
        ProfileId = call.IdentifierKind == IdentifierKinds.UserId ? call.ProfileId : Guid.Empty,
        IdentifierKind = call.IdentifierKind == IdentifierKinds.UserId ? call.IdentifierKind : string.Empty,
        Customer = call.IdentifierKind == IdentifierKinds.UserId ? call.Identifier : string.Empty,
        Time = call.Time,
        OrderId = orderId,
        OriginalCurrency = currency,
        SourceLine = call.SourceLine,
    };

    // The limits of the columns: anything near them is not money.
    private static bool Fill(StagedOrderLine line, decimal quantity, decimal price, decimal amount)
    {
        if (Math.Abs(quantity) > 1_000_000_000 || price > 1_000_000_000 || Math.Abs(amount) > 10_000_000_000_000)
        {
            return false;
        }

        line.Quantity = decimal.Round(quantity, 4, MidpointRounding.AwayFromZero);
        line.UnitPrice = decimal.Round(price, 6, MidpointRounding.AwayFromZero);
        line.OriginalAmount = decimal.Round(amount, 4, MidpointRounding.AwayFromZero);
        return true;
    }

    // A call that was sent twice has the same lines with the same numbers, and they are stored once.
    private static void Number(List<StagedOrderLine> lines)
    {
        foreach (var same in lines.GroupBy(line => (line.Sku, Description: line.Sku.IsEmpty ? line.Description : LineText.Empty, line.Quantity, line.OriginalAmount)))
        {
            var occurrence = 0U;
            foreach (var line in same)
            {
                line.GivenOccurrence = ++occurrence;
            }
        }
    }

    private static void Settle(StagedOrderLine line, MoneyRules money, StagedEvent call)
    {
        var rate = money.RateOf(line.OriginalCurrency);
        line.Currency = rate is null ? line.OriginalCurrency : money.Workspace;
        line.Amount = decimal.Round(line.OriginalAmount * (rate ?? 1), 4, MidpointRounding.AwayFromZero);
        line.UnitPrice = decimal.Round(line.UnitPrice * (rate ?? 1), 6, MidpointRounding.AwayFromZero);
        line.LineType = LineTypes.Recognise(line.Sku.Text, line.Description.Text);
        var kind = LineClassifier.Classify(line.OrderId.Text, line.LineType, OrderOutcome.Stands, line.Quantity, line.OriginalAmount, line.ProfileId != Guid.Empty);
        line.Kind = rate is null && kind != OrderLineKinds.Free ? OrderLineKinds.OtherCurrency
            : kind == OrderLineKinds.Return && call.Name.StartsWith("Order Cancel", StringComparison.OrdinalIgnoreCase) ? OrderLineKinds.Cancellation
            : kind;
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString().Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static decimal? Amount(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : null,
            JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
    }
}
