using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Order lines in the columns of <c>order_lines</c>.</summary>
internal sealed class OrderLineBlock : IDisposable
{
    private const int AmountDecimals = 4;
    private const int PriceDecimals = 6;

    private static readonly long[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    private readonly string workspace;
    private readonly Guid import;
    private readonly RepeatedTextColumn workspaces = new("workspace");
    private readonly UuidColumn profileIds = new("profile_id");
    private readonly FixedColumn<long> times = new("time", "DateTime64(6, 'UTC')");
    private readonly TextColumn orderIds = new("order_id");
    private readonly FixedColumn<UInt128> lineKeys = new("line_key", "UInt128");
    private readonly FixedColumn<uint> occurrences = new("occurrence", "UInt32");
    private readonly RepeatedTextColumn kinds = new("kind");
    private readonly RepeatedTextColumn lineTypes = new("line_type");
    private readonly TextColumn skus = new("sku");
    private readonly TextColumn descriptions = new("description");
    private readonly RepeatedTextColumn categories = new("category");
    private readonly FixedColumn<long> quantities = new("quantity", "Decimal(18, 4)");
    private readonly FixedColumn<long> unitPrices = new("unit_price", "Decimal(18, 6)");
    private readonly FixedColumn<long> amounts = new("amount", "Decimal(18, 4)");
    private readonly RepeatedTextColumn currencies = new("currency");
    private readonly FixedColumn<long> originalAmounts = new("original_amount", "Decimal(18, 4)");
    private readonly RepeatedTextColumn originalCurrencies = new("original_currency");
    private readonly RepeatedTextColumn countries = new("country");
    private readonly TextColumn customers = new("customer");
    private readonly UuidColumn importIds = new("import_id");
    private readonly FixedColumn<ulong> sourceLines = new("source_line", "UInt64");

    public OrderLineBlock(WorkspaceKey workspace, Guid import)
    {
        this.workspace = workspace.Value;
        this.import = import;
        Rows = new RowBlock([
            workspaces, profileIds, times, orderIds, lineKeys, occurrences, kinds, lineTypes, skus, descriptions, categories, quantities, unitPrices,
            amounts, currencies, originalAmounts, originalCurrencies, countries, customers, importIds, sourceLines]);
    }

    /// <summary>The lines, as they are inserted.</summary>
    public RowBlock Rows { get; }

    /// <summary>How many lines there are.</summary>
    public int Count => occurrences.Count;

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="order">Numbers identical lines of the order; null when the line says its own number.</param>
    public void Add(StagedOrderLine line, OrderNumbering.Order? order)
    {
        var time = Microseconds(line.Time);
        var quantity = Scaled(line.Quantity, AmountDecimals);
        var originalAmount = Scaled(line.OriginalAmount, AmountDecimals);
        var key = LineKey.Of(time, quantity, originalAmount, line);
        workspaces.Add(workspace);
        profileIds.Add(line.ProfileId);
        times.Add(time);
        orderIds.Add(line.OrderId.Utf8);
        lineKeys.Add(key);
        occurrences.Add(order?.Number(key) ?? line.GivenOccurrence);
        kinds.Add(line.Kind);
        lineTypes.Add(line.LineType);
        skus.Add(line.Sku.Utf8);
        descriptions.Add(line.Description.Utf8);
        categories.Add(line.Category);
        quantities.Add(quantity);
        unitPrices.Add(Scaled(line.UnitPrice, PriceDecimals));
        amounts.Add(line.Amount == line.OriginalAmount ? originalAmount : Scaled(line.Amount, AmountDecimals));
        currencies.Add(line.Currency);
        originalAmounts.Add(originalAmount);
        originalCurrencies.Add(line.OriginalCurrency);
        countries.Add(line.Country);
        customers.Add(line.Customer.Utf8);
        importIds.Add(import);
        sourceLines.Add(line.SourceLine);
    }

    /// <summary>Makes a free line a correction of stock, which it is in an order without any price or customer.</summary>
    public void Correct(int row)
    {
        kinds[row] = OrderLineKinds.Adjustment;
        if (lineTypes[row] == LineTypes.Product)
        {
            lineTypes[row] = LineTypes.Stock;
        }
    }

    public void Dispose() => Rows.Dispose();

    private static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>A decimal as the engine keeps it: times its scale's power of ten. No more decimals than that are expected.</summary>
    private static long Scaled(decimal value, int decimals)
    {
        if (value.Scale > decimals)
        {
            value = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = checked((long)((uint)bits[0] | ((ulong)(uint)bits[1] << 32)) * PowersOfTen[decimals - value.Scale]);
        return bits[2] != 0 ? throw new OverflowException($"{value} is too large for an amount.")
            : bits[3] < 0 ? -magnitude
            : magnitude;
    }
}
