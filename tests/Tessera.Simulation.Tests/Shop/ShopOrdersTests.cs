using System.Globalization;
using System.Text.Json;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.Shop;

public sealed class ShopOrdersTests
{
    private static readonly SimulationOptions Options = Simulate.Small(Simulate.Shop, customers: 400, days: 200, seed: 5);
    private static readonly SimulatedOrderLine[] Lines = [.. ShopOrders.Lines(Options)];

    /// <summary>The typed rows and the calls tell of the same orders and returns, line by line.</summary>
    [Fact]
    public void Lines_AreThoseOfTheCalls()
    {
        var fromCalls = new List<string>();
        foreach (var line in Simulate.Lines(Options))
        {
            using var json = JsonDocument.Parse(line);
            var name = json.RootElement.TryGetProperty("event", out var text) ? text.GetString() : null;
            if (name is "Order Completed" or "Order Refunded")
            {
                var user = json.RootElement.TryGetProperty("userId", out var id) ? id.GetString() : "";
                var properties = json.RootElement.GetProperty("properties");
                fromCalls.AddRange(properties.GetProperty("products").EnumerateArray().Select(product => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{json.RootElement.GetProperty("timestamp").GetDateTimeOffset():O} {properties.GetProperty("order_id")} {user} {product.GetProperty("sku")} {(name == "Order Refunded" ? -1 : 1) * product.GetProperty("quantity").GetInt32()} {product.GetProperty("price").GetDecimal():0.00}")));
            }
        }

        var typed = Lines.Select(line => string.Create(
            CultureInfo.InvariantCulture, $"{line.Time:O} {line.OrderId} {line.CustomerId} {line.Sku} {line.Quantity} {line.UnitPrice:0.00}")).ToArray();
        typed.Length.ShouldBeGreaterThan(1000);
        Differences.First(typed, fromCalls).ShouldBeNull();
    }

    [Fact]
    public void Lines_AnyNumberOfThreads_AreTheSame() => Differences.First(ShopOrders.Lines(Options with { Threads = 3 }), Lines).ShouldBeNull();

    [Fact]
    public void Lines_AreInOrderOfTimeAndWithinTheDays()
    {
        Differences.First(Lines.Select(line => line.Time), Lines.Select(line => line.Time).Order()).ShouldBeNull();
        Lines[0].Time.ShouldBeGreaterThanOrEqualTo(Options.StartsAt);
        Lines[^1].Time.ShouldBeLessThan(Options.EndsAt);
    }

    [Fact]
    public void Returns_AreOfWhatWasBought()
    {
        var bought = Lines.Where(line => !line.IsReturn).ToDictionary(line => (line.OrderId, line.Sku));
        var returned = Lines.Where(line => line.IsReturn).ToArray();

        returned.Length.ShouldBeGreaterThan(50);
        foreach (var line in returned)
        {
            var sale = bought[(line.OrderId, line.Sku)];
            sale.Quantity.ShouldBe(-line.Quantity);
            sale.UnitPrice.ShouldBe(line.UnitPrice);
            sale.Time.ShouldBeLessThan(line.Time);
            sale.Customer.ShouldBe(line.Customer);
        }
    }

    [Fact]
    public void Guests_HaveNoCustomer()
    {
        var guests = Lines.Where(line => line.Customer < 0).ToArray();

        guests.ShouldNotBeEmpty();
        guests.ShouldAllBe(line => line.CustomerId == "" && line.OrderId[0] == 'G');
        Lines.Where(line => line.Customer >= 0).ShouldAllBe(line => line.OrderId[0] == 'S' && line.CustomerId.Length == 8);
    }

    [Fact]
    public void Csv_IsTheLinesAndNothingElse()
    {
        using var text = new StringWriter();

        var count = OrderCsvWriter.Write(Options, text);

        var rows = text.ToString().Split('\n');
        count.ShouldBe(Lines.Length);
        rows[0].ShouldBe(OrderCsvWriter.Header);
        rows[^1].ShouldBeEmpty();
        rows.Length.ShouldBe(Lines.Length + 2);
        var first = Lines[0];
        rows[1].ShouldBe(string.Create(
            CultureInfo.InvariantCulture,
            $"{first.OrderId},{first.CustomerId},{first.Time:yyyy-MM-dd'T'HH:mm:ss'Z'},{first.Sku},\"{first.Product}\",{first.Category},{first.Quantity},{first.UnitPrice:0.00},EUR,{first.Country}"));
    }

    [Fact]
    public void Lines_Cancelled_Stop()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => ShopOrders.Lines(Options, stop.Token).Count());
    }
}
