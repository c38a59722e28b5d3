using System.Globalization;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Orders;

/// <summary>Makes an order line of every row of a table.</summary>
internal sealed class OrderLineReader
{
    // What the columns of order_lines hold: Decimal(18, 4) for amounts and quantities, Decimal(18, 6) for prices.
    private const int AmountDecimals = 4;
    private const int PriceDecimals = 6;
    private const decimal LargestAmount = 99_999_999_999_999m;
    private const decimal LargestPrice = 999_999_999_999m;

    private readonly TableRow row;
    private readonly OrderFields fields;
    private readonly MoneyRules money;
    private readonly OrderReport report;
    private readonly ProfileIds profiles;
    private readonly CustomerNaming naming;
    private readonly Dictionary<string, string?> currencies = new(StringComparer.OrdinalIgnoreCase);
    private readonly StagedOrderLine line = new();
    private string? status;

    public OrderLineReader(TableRow row, OrderFields fields, MoneyRules money, ProfileIds profiles, CustomerNaming naming, OrderReport report)
    {
        this.row = row;
        this.fields = fields;
        this.money = money;
        this.profiles = profiles;
        this.naming = naming;
        this.report = report;
    }

    /// <summary>The line that was read last; overwritten by the next.</summary>
    public StagedOrderLine Line => line;

    /// <summary>Makes a line of the current row.</summary>
    /// <returns>Whether the row is one; else <paramref name="problem"/> says why not.</returns>
    public bool TryRead(out RowProblem problem)
    {
        problem = default;
        if (row.Table.FieldCount > row.Table.Columns.All.Count && row.Table.HasExcessFields())
        {
            var surplus = row.Table.Columns.All.Count;
            problem = new RowProblem(
                "the row has more values than there are columns: a value that contains the separator must be quoted", ColumnNames.Numbered(surplus), row.Table.Text(surplus));
            return false;
        }

        if (!TryReadOrder(out problem) || !TryReadProduct(out problem) || !TryReadMoney(out problem))
        {
            return false;
        }

        Classify();
        line.SourceLine = (ulong)row.Table.Line;
        report.Count(line, status);
        return true;
    }

    private static bool Read(TextField? field, out string text, out RowProblem problem)
    {
        (text, problem) = (string.Empty, default);
        return field is null || field.TryRead(out text, out problem);
    }

    private static bool Read(TextField? field, out LineText text, out RowProblem problem)
    {
        (text, problem) = (LineText.Empty, default);
        return field is null || field.TryRead(out text, out problem);
    }

    private static bool ReadId(TextField? field, out LineText id, out RowProblem problem)
    {
        (id, problem) = (LineText.Empty, default);
        return field is null || field.TryReadId(out id, out problem);
    }

    /// <summary>What concerns the order as a whole. Exports like Shopify's state it in the order's first row only, so it is kept for the others.</summary>
    private bool TryReadOrder(out RowProblem problem)
    {
        if (!ReadId(fields.OrderId, out var orderId, out problem) || !ReadId(fields.Customer, out var customer, out problem)
            || !Read(fields.Email, out string email, out problem) || !Read(fields.CustomerName, out string name, out problem)
            || !Read(fields.Country, out string country, out problem) || !Read(fields.Status, out string orderStatus, out problem)
            || !TryReadTime(orderId, out var time, out problem))
        {
            return false;
        }

        if (fields.OrderId is not null && orderId.IsEmpty)
        {
            problem = new RowProblem("order_id is empty", fields.OrderId.Source, string.Empty);
            return false;
        }

        var continues = !orderId.IsEmpty && orderId.Equals(line.OrderId);
        line.Email = Kept(email, line.Email);
        line.CustomerName = Kept(name, line.CustomerName);
        line.Country = Kept(country, line.Country);
        status = fields.Status is null ? null : Kept(orderStatus, status ?? string.Empty);
        line.Time = time;
        SetCustomer(continues && customer.IsEmpty && email.Length == 0 ? null : customer);
        line.OrderId = orderId.IsEmpty ? OrderIdOf(line, time) : orderId;
        return true;

        string Kept(string text, string before) => continues && text.Length == 0 ? before : text;
    }

    private bool TryReadTime(LineText orderId, out DateTimeOffset time, out RowProblem problem)
    {
        time = default;
        if (!fields.Time!.TryRead(out var instant, out problem))
        {
            return false;
        }

        if (instant is null && !(!orderId.IsEmpty && orderId.Equals(line.OrderId)))
        {
            problem = new RowProblem("time is empty", fields.Time.Source, string.Empty);
            return false;
        }

        time = instant is { } read ? new DateTimeOffset(read) : line.Time;
        return true;
    }

    /// <param name="customer">The customer's id, empty when unknown; null to keep that of the line before.</param>
    private void SetCustomer(LineText? customer)
    {
        // The lines of an order follow each other, and equal values come as the same string.
        if (customer is null || (!customer.IsEmpty && ReferenceEquals(customer, line.Customer)))
        {
            return;
        }

        if (!customer.IsEmpty && naming.Kind == IdentifierKinds.UserId)
        {
            (line.IdentifierKind, line.Customer) = (naming.Kind, customer);
        }
        else
        {
            (line.IdentifierKind, line.Customer) = naming.Of(customer.Text, line.Email, phone: string.Empty) is { } named ? (named.Kind, LineText.Of(named.Value)) : (string.Empty, LineText.Empty);
        }

        line.ProfileId = line.Customer.IsEmpty ? Guid.Empty : profiles.Of(line.IdentifierKind, line.Customer.Text);
    }

    // Without numbers of their own, what a customer buys at one time is one order.
    private static LineText OrderIdOf(StagedOrderLine before, DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{before.Customer}@{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'}");

    private bool TryReadProduct(out RowProblem problem)
    {
        if (!ReadId(fields.Sku, out var sku, out problem) || !Read(fields.Description, out LineText description, out problem)
            || !Read(fields.Category, out string category, out problem))
        {
            return false;
        }

        (line.Sku, line.Description, line.Category) = (sku, description, category);
        return true;
    }

    private bool TryReadMoney(out RowProblem problem)
    {
        var (quantity, price, amount, stated) = ((decimal?)null, (decimal?)null, (decimal?)null, string.Empty);
        var (priceCurrency, amountCurrency) = ((string?)null, (string?)null);
        problem = default;
        if ((fields.Quantity is { } quantities && !quantities.TryRead(out quantity, out _, out problem))
            || (fields.UnitPrice is { } prices && !prices.TryRead(out price, out priceCurrency, out problem))
            || (fields.Amount is { } amounts && !amounts.TryRead(out amount, out amountCurrency, out problem))
            || !Read(fields.Currency, out stated, out problem))
        {
            return false;
        }

        return TryComplete(quantity, price, amount, out problem) && TrySetCurrency(stated, amountCurrency ?? priceCurrency, out problem);
    }

    /// <summary>Of quantity, price and amount, whatever is missing follows from the others.</summary>
    private bool TryComplete(decimal? quantity, decimal? price, decimal? amount, out RowProblem problem)
    {
        problem = default;
        if (fields.Quantity is not null && quantity is null)
        {
            problem = new RowProblem("quantity is empty", fields.Quantity.Source, string.Empty);
            return false;
        }

        if (amount is null && price is null)
        {
            problem = fields.Amount is { } amounts
                ? new RowProblem("amount is empty", amounts.Source, string.Empty)
                : new RowProblem("unit_price is empty", fields.UnitPrice!.Source, string.Empty);
            return false;
        }

        try
        {
            var pieces = quantity ?? 1;
            var total = amount ?? (pieces * price!.Value);
            line.Quantity = Rounded(pieces, AmountDecimals);
            line.OriginalAmount = Rounded(total, AmountDecimals);
            line.UnitPrice = Rounded(price ?? (pieces == 0 ? 0 : total / pieces), PriceDecimals);
        }
        catch (OverflowException)
        {
            line.OriginalAmount = decimal.MaxValue;
        }

        problem = TooLarge(quantity, price, amount);
        return problem.Reason is null;
    }

    private RowProblem TooLarge(decimal? quantity, decimal? price, decimal? amount) =>
        quantity is { } pieces && Math.Abs(pieces) > LargestAmount ? TooLarge(OrderTargets.Quantity, fields.Quantity!, pieces)
        : price is { } one && Math.Abs(one) > LargestPrice ? TooLarge(OrderTargets.UnitPrice, fields.UnitPrice!, one)
        : amount is { } all && Math.Abs(all) > LargestAmount ? TooLarge(OrderTargets.Amount, fields.Amount!, all)
        : Math.Abs(line.OriginalAmount) > LargestAmount ? new RowProblem("quantity times unit_price is too large", $"{fields.Quantity?.Source}*{fields.UnitPrice?.Source}", string.Empty)
        : Math.Abs(line.UnitPrice) > LargestPrice ? new RowProblem("amount divided by quantity is too large", $"{fields.Amount?.Source}/{fields.Quantity?.Source}", string.Empty)
        : default;

    private static RowProblem TooLarge(string target, NumberField field, decimal value) =>
        new($"{target} is too large", field.Source, value.ToString(CultureInfo.InvariantCulture));

    private static decimal Rounded(decimal value, int decimals) =>
        value.Scale <= decimals ? value : decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    private bool TrySetCurrency(string stated, string? written, out RowProblem problem)
    {
        problem = default;
        var named = stated.Length > 0 ? stated : written;
        string? code = null;
        if (named is not null && !currencies.TryGetValue(named, out code))
        {
            code = currencies[named] = Currencies.Find(named) is { } found ? money.Signs.CodeOf(found) : null;
        }

        if (named is not null && code is null)
        {
            var source = stated.Length > 0 ? fields.Currency!.Source : (fields.Amount ?? fields.UnitPrice)!.Source;
            problem = Currencies.Find(named) is { } sign
                ? new RowProblem($"currency is written \"{sign}\", which several currencies share: write its code, such as {Currencies.Candidates(sign)[0]}", source, named)
                : new RowProblem("currency is not a known currency", source, named);
            return false;
        }

        return TryConvert(code ?? money.Assumed, out problem);
    }

    private bool TryConvert(string paidIn, out RowProblem problem)
    {
        problem = default;
        var rate = money.RateOf(paidIn);
        line.OriginalCurrency = paidIn;
        line.Currency = rate is null ? paidIn : money.Workspace;
        line.Amount = line.OriginalAmount;
        if (rate is null or 1)
        {
            return true;
        }

        // Both factors are bounded well within what a decimal holds.
        line.Amount = Rounded(line.OriginalAmount * rate.Value, AmountDecimals);
        line.UnitPrice = Rounded(line.UnitPrice * rate.Value, PriceDecimals);
        if (Math.Abs(line.Amount) > LargestAmount || Math.Abs(line.UnitPrice) > LargestPrice)
        {
            problem = new RowProblem($"amount is too large in {money.Workspace}", (fields.Amount ?? fields.UnitPrice)!.Source, line.OriginalAmount.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        return true;
    }

    private void Classify()
    {
        var lineType = LineTypeMemory.Recognise(line.Sku, line.Description);
        var outcome = status is null ? OrderOutcome.Stands : OrderStatuses.Read(status) ?? OrderOutcome.Stands;
        line.Kind = LineClassifier.Classify(line.OrderId.Text, lineType, outcome, line.Quantity, line.OriginalAmount, line.ProfileId != Guid.Empty);
        line.LineType = line.Kind == OrderLineKinds.Adjustment && lineType == LineTypes.Product ? LineTypes.Stock : lineType;

        // What was never paid, or was given back by status, adds nothing to what customers paid.
        if (outcome != OrderOutcome.Stands && line.Amount > 0)
        {
            line.Amount = 0;
        }

        if (line.Currency != money.Workspace && line.Kind is OrderLineKinds.Sale or OrderLineKinds.Return or OrderLineKinds.Cancellation or OrderLineKinds.Discount or OrderLineKinds.Fee)
        {
            line.Kind = OrderLineKinds.OtherCurrency;
        }
    }
}
