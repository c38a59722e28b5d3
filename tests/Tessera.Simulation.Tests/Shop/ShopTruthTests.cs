using Tessera.Simulation.Running;
using Tessera.Simulation.Shop;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.Shop;

/// <summary>The truth of the shop agrees with what is seen; classes differ in what they do. The bounds also held for the seeds 1 to 9.</summary>
public sealed class ShopTruthTests
{
    private const int Customers = 4000;

    private static readonly Lazy<RecordedRun> Year = new(() =>
        RecordedRun.Of(Simulate.Small(Simulate.Shop, Customers, days: 365, seed: 12), withNextYear: true));

    private static ShopRun Run => (ShopRun)Year.Value.Run;

    private static IEnumerable<EventRecord> Orders =>
        Year.Value.Records.Where(record => record.Kind == ShopCall.OrderCompleted && !record.Has(CallFlags.Anonymous));

    [Fact]
    public void Truth_AfterDropout_NothingIsDoneButReturns()
    {
        var late = Year.Value.Records
            .Where(record => record.Kind != ShopCall.OrderRefunded && !ShopPayloads.IsGuestOrder(record))
            .Count(record => record.Time >= Run.ShopperOf(record.Customer).DropoutAt);

        late.ShouldBe(0);
    }

    [Fact]
    public void Truth_NextYearRevenue_IsWhatWatchingOnWouldShow()
    {
        var end = Year.Value.End;
        var revenue = new decimal[Customers];
        foreach (var order in Orders.Where(order => order.Time >= end && order.Time < end + (365 * SimulationTime.Day)))
        {
            revenue[order.Customer] += Value(order);
        }

        var unwatched = Simulator.Truth(Year.Value.Options);

        unwatched.Index().Count(one => one.Item.NextYearRevenue != revenue[one.Index]).ShouldBe(0);
        unwatched.Where(truth => truth.ChurnedAt is not null).ShouldAllBe(truth => truth.NextYearRevenue == 0);
        revenue.Count(amount => amount > 0).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Shoppers_FirstCallInTheirName_IsAnIdentify()
    {
        var first = Year.Value.Observed.Where(record => !record.Has(CallFlags.Anonymous)).DistinctBy(record => record.Customer).ToArray();

        first.Length.ShouldBe(Customers);
        first.ShouldAllBe(record => record.Kind == ShopCall.Identify);
    }

    [Fact]
    public void GiftShoppers_BuyBeforeChristmas()
    {
        double Share(string name)
        {
            var days = Orders.Where(order => order.Time < Year.Value.End && ClassOf(order) == name).Select(order => order.Time / SimulationTime.Day).ToArray();
            return days.Count(day => day is >= 304 and < 358) / (double)days.Length;
        }

        Share("gift-shopper").ShouldBeGreaterThan(1.5 * Share("regular"));
        Share("regular").ShouldBeGreaterThan(54 / 365.0);
    }

    [Fact]
    public void Resellers_SpendMuchAndBargainHuntersLittle()
    {
        double Mean(string name) => Orders.Where(order => ClassOf(order) == name).Average(order => (double)Value(order));

        Mean("reseller").ShouldBeGreaterThan(4 * Mean("regular"));
        Mean("bargain-hunter").ShouldBeLessThan(0.6 * Mean("regular"));
    }

    [Fact]
    public void BargainHunters_LookMoreThanTheyBuy()
    {
        double Views(string name) => Year.Value.Observed.Count(record => record.Kind == ShopCall.HomePage && ClassOf(record) == name)
            / (double)Year.Value.Observed.Count(record => record.Kind == ShopCall.OrderCompleted && ClassOf(record) == name);

        Views("bargain-hunter").ShouldBeGreaterThan(1.5 * Views("regular"));
    }

    /// <summary>Collectors keep to a category or two: the share of their favourite category is far above that of others.</summary>
    [Fact]
    public void Collectors_KeepToTheirCategories()
    {
        double Favourite(string name) => Orders.Where(order => ClassOf(order) == name).GroupBy(order => order.Customer)
            .Select(orders => orders.SelectMany(order => Basket(order)).Select(line => Catalogue.Products[line.Product].Category).ToArray())
            .Where(categories => categories.Length >= 8)
            .Average(categories => categories.CountBy(category => category).Max(pair => pair.Value) / (double)categories.Length);

        Favourite("collector").ShouldBeGreaterThan(Favourite("regular") + 0.15);
    }

    [Fact]
    public void Weekends_SellMore()
    {
        var perWeekday = new double[7];
        foreach (var order in Orders.Where(order => order.Time < Year.Value.End))
        {
            perWeekday[(int)Year.Value.Options.Start.AddDays((int)(order.Time / SimulationTime.Day)).DayOfWeek]++;
        }

        perWeekday[(int)DayOfWeek.Sunday].ShouldBeGreaterThan(1.1 * perWeekday[(int)DayOfWeek.Friday]);
    }

    [Fact]
    public void Catalogue_IsAFewHundredDifferentProducts()
    {
        Catalogue.Products.Length.ShouldBe(360);
        Catalogue.Products.Select(product => product.Sku).Distinct(StringComparer.Ordinal).Count().ShouldBe(360);
        Catalogue.Products.Select(product => product.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(360);
        Catalogue.Products.ShouldAllBe(product => product.PriceCents >= 90 && product.PriceCents < 50_000);
    }

    private static string ClassOf(EventRecord record) => Run.ClassOf(Run.ShopperOf(record.Customer)).Name;

    private static decimal Value(EventRecord order) => Basket(order).Sum(line => line.Cents) / 100m;

    private static BasketLine[] Basket(EventRecord order)
    {
        var lines = new BasketLine[Simulation.Shop.Basket.MaxLines];
        ref readonly var shopper = ref Run.ShopperOf(order.Customer);
        var count = Simulation.Shop.Basket.Fill(shopper, Run.ClassOf(shopper), order.Detail, lines);
        return lines[..count];
    }
}
