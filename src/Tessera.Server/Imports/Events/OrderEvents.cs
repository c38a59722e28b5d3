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
internal static class OrderEvents
{
    private const decimal LargestFactor = 1_000_000_000;
    private const decimal LargestAmount = 10_000_000_000_000;
    private const int LongestExample = 50;
    private const int LongestCurrency = 12;

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

    /// <summary>The currency that the order names, as a code, or null; a sign that several currencies share is no name.</summary>
    public static string? CurrencyOf(JsonElement properties, SharedSigns signs) =>
        Text(properties, "currency") is { Length: > 0 } name && Currencies.Find(name) is { } found ? signs.CodeOf(found) : null;

    /// <summary>The lines of an order: one for each product, or a single one when no products are listed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="money">In which currency amounts are.</param>
    /// <param name="report">Told what no line can hold.</param>
    public static IReadOnlyList<StagedOrderLine> Lines(StagedEvent call, JsonElement properties, MoneyRules money, OrderEventReport report)
    {
        var sign = Signs[call.Name];
        var orderId = Text(properties, "order_id", "orderId", "checkout_id") is { Length: > 0 } id ? id : call.MessageId;
        var currency = CurrencyOf(properties, money.Signs);
        if (currency is null && Text(properties, "currency") is { Length: > 0 } unknown)
        {
            // What it is worth is not known: it must not be added to what is.
            currency = unknown.Length > LongestCurrency ? unknown[..LongestCurrency] : unknown;
            report.UnknownCurrency(call, unknown);
        }

        var start = new Start(call, orderId, currency ?? money.Assumed, report);
        var products = properties.TryGetProperty("products", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(product => product.ValueKind == JsonValueKind.Object).ToList()
            : [];
        var lines = (products.Count > 0 ? products.Select(product => Line(start, product, sign)) : [Total(start, properties, sign)])
            .OfType<StagedOrderLine>()
            .Where(line => TrySettle(line, money, start))
            .ToList();
        Number(lines);
        return lines;
    }

    private static StagedOrderLine? Line(in Start start, JsonElement product, int sign)
    {
        var quantity = Math.Abs(Amount(product, "quantity", start) ?? 1) * sign;
        var price = Math.Abs(Amount(product, "price", start) ?? 0);
        var line = start.Line();
        line.Sku = Text(product, "sku", "product_id", "productId") ?? string.Empty;
        line.Description = Text(product, "name") ?? string.Empty;
        line.Category = Text(product, "category") ?? string.Empty;
        return TryFill(line, quantity, price, start) ? line : null;
    }

    private static StagedOrderLine? Total(in Start start, JsonElement properties, int sign)
    {
        var total = Math.Abs(Amount(properties, "revenue", start) ?? Amount(properties, "total", start) ?? Amount(properties, "value", start) ?? 0);
        var line = start.Line();
        line.Description = Text(properties, "plan", "product", "name") ?? string.Empty;
        return TryFill(line, sign, total, start) ? line : null;
    }

    // The limits of the columns: anything near them is not money.
    private static bool TryFill(StagedOrderLine line, decimal quantity, decimal price, in Start start)
    {
        if (Math.Abs(quantity) > LargestFactor || price > LargestFactor || Math.Abs(quantity * price) > LargestAmount)
        {
            start.Report.LeftOut(start.Call, $"{Math.Abs(quantity)} × {price}");
            return false;
        }

        line.Quantity = decimal.Round(quantity, 4, MidpointRounding.AwayFromZero);
        line.UnitPrice = decimal.Round(price, 6, MidpointRounding.AwayFromZero);
        line.OriginalAmount = decimal.Round(quantity * price, 4, MidpointRounding.AwayFromZero);
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

    private static bool TrySettle(StagedOrderLine line, MoneyRules money, in Start start)
    {
        var rate = money.RateOf(line.OriginalCurrency);
        line.Currency = rate is null ? line.OriginalCurrency : money.Workspace;
        line.Amount = decimal.Round(line.OriginalAmount * (rate ?? 1), 4, MidpointRounding.AwayFromZero);
        line.UnitPrice = decimal.Round(line.UnitPrice * (rate ?? 1), 6, MidpointRounding.AwayFromZero);
        if (Math.Abs(line.Amount) > LargestAmount || line.UnitPrice > LargestAmount)
        {
            start.Report.LeftOut(start.Call, $"{line.OriginalAmount} {line.OriginalCurrency}");
            return false;
        }

        line.LineType = LineTypes.Recognise(line.Sku.Text, line.Description.Text);
        var kind = LineClassifier.Classify(line.OrderId.Text, line.LineType, OrderOutcome.Stands, line.Quantity, line.OriginalAmount, line.ProfileId != Guid.Empty);
        line.Kind = rate is null && kind != OrderLineKinds.Free ? OrderLineKinds.OtherCurrency
            : kind == OrderLineKinds.Return && start.Call.Name.StartsWith("Order Cancel", StringComparison.OrdinalIgnoreCase) ? OrderLineKinds.Cancellation
            : kind;
        return true;
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

    private static decimal? Amount(JsonElement element, string name, in Start start)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number ? value.TryGetDecimal(out var number)
            : decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out number))
        {
            return number;
        }

        start.Report.NotANumber(start.Call, value.ToString() is { Length: <= LongestExample } text ? text : value.ToString()[..LongestExample]);
        return null;
    }

    /// <summary>What the lines of one call share.</summary>
    private readonly record struct Start(StagedEvent Call, string OrderId, string Currency, OrderEventReport Report)
    {
        public StagedOrderLine Line()
        {
            // A visitor's orders are theirs, and their customer's once it is known who that is; but a visitor is no customer by name.
            var isKnown = Call.IdentifierKind == IdentifierKinds.UserId;
            return new StagedOrderLine
            {
                ProfileId = Call.ProfileId,
                IdentifierKind = isKnown ? Call.IdentifierKind : string.Empty,
                Customer = isKnown ? Call.Identifier : string.Empty,
                Time = Call.Time,
                OrderId = OrderId,
                OriginalCurrency = Currency,
                SourceLine = Call.SourceLine,
            };
        }
    }
}
