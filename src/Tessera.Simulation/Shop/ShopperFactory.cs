using Tessera.Simulation.People;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>Draws a shopper: latent parameters, dropout, first purchase. A function of the seed and the shopper's number.</summary>
internal sealed class ShopperFactory
{
    private const double DaysPerWeek = 7;
    private const double LongestTenureDays = 3 * 365;
    private const double MeanDaysOfThought = 4;

    private static readonly int[] Countries =
        [.. new[] { "DE", "FR", "NL", "AT", "IT", "ES", "CH", "BE", "PL", "SE", "DK", "GB" }.Select(Places.IndexOf)];

    private static readonly WeightedChoice CountryShares = new(34, 14, 10, 8, 7, 6, 5, 5, 4, 3, 2, 2);

    private readonly ShopModel model;
    private readonly StreamKeys keys;
    private readonly BuyingClock[] clocks;
    private readonly WeightedChoice classShares;
    private readonly long windowEnd;

    public ShopperFactory(ShopModel model, StreamKeys keys, BuyingClock[] clocks, int days)
    {
        this.model = model;
        this.keys = keys;
        this.clocks = clocks;
        windowEnd = days * SimulationTime.Day;
        classShares = new WeightedChoice([.. model.Classes.Select(one => one.Share)]);
    }

    /// <summary>The shopper of a number, before the first day.</summary>
    public Shopper Create(int customer)
    {
        var random = keys.Stream(StreamPurpose.CustomerProfile, customer);
        var shopper = new Shopper { Class = (byte)classShares.Draw(ref random), Style = (byte)random.NextInt(Catalogue.StyleCount) };
        var kind = model.Classes[shopper.Class];
        var clock = clocks[kind.BuysGifts ? 1 : 0];
        shopper.PurchaseRate = random.Gamma(kind.PurchaseShape, kind.PurchaseRateWeeks) / DaysPerWeek;
        shopper.SpendRate = random.Gamma(kind.SpendCustomerShape, kind.SpendCustomerRate * 100);
        shopper.Taste = DrawTaste(kind, ref random);
        shopper.Country = (byte)Countries[CountryShares.Draw(ref random)];
        shopper.Campaign = (byte)Campaigns.Shares.Draw(ref random);
        shopper.Desktop = (byte)Devices.DesktopShares.Draw(ref random);
        shopper.Mobile = (byte)Devices.MobileShares.Draw(ref random);
        shopper.MobilePercent = (byte)(100 * random.Beta(1.3, 1.1));
        if (random.Chance(model.ExistingShare))
        {
            PlaceBeforeStart(ref shopper, kind, clock, ref random);
        }
        else
        {
            PlaceInWindow(ref shopper, kind, clock, ref random);
        }

        return shopper;
    }

    /// <summary>
    /// A customer from before, known to be alive at the start: dropout rate and lifetime are drawn until the lifetime exceeds the
    /// tenure, which is sampling given survival. From the start on, purchases go on as if nothing had been, because a Poisson
    /// process has no memory.
    /// </summary>
    private static void PlaceBeforeStart(ref Shopper shopper, ShopperClass kind, BuyingClock clock, ref RandomStream random)
    {
        var tenureDays = random.NextDouble() * LongestTenureDays;
        var lifetimeDays = DrawLifetimeDays(kind, ref random);
        for (var attempt = 0; lifetimeDays <= tenureDays; attempt++)
        {
            // A class whose customers hardly ever live so long is given shorter tenures until one fits.
            tenureDays *= attempt > 50 ? 0.5 : 1;
            lifetimeDays = DrawLifetimeDays(kind, ref random);
        }

        shopper.FirstPurchase = -1;
        shopper.DropoutAt = After(0, lifetimeDays - tenureDays);
        shopper.NextPurchase = clock.Instant(random.Exponential(shopper.PurchaseRate));
        shopper.NextVisit = clock.Instant(random.Exponential(shopper.PurchaseRate * kind.VisitsPerPurchase));
    }

    /// <summary>A customer won during the observed days, with an anonymous visit before the first purchase.</summary>
    private void PlaceInWindow(ref Shopper shopper, ShopperClass kind, BuyingClock clock, ref RandomStream random)
    {
        shopper.FirstPurchase = Math.Min(clock.Instant(random.NextDouble() * clock.OperationalDays(windowEnd)), windowEnd - 1);
        shopper.NextPurchase = shopper.FirstPurchase;
        shopper.DropoutAt = After(shopper.FirstPurchase, DrawLifetimeDays(kind, ref random));
        var look = shopper.FirstPurchase - SimulationTime.Hour - (long)(random.Exponential(1 / MeanDaysOfThought) * SimulationTime.Day);
        var afterwards = clock.OperationalDays(shopper.FirstPurchase) + random.Exponential(shopper.PurchaseRate * kind.VisitsPerPurchase);
        shopper.NextVisit = look >= 0 ? look : clock.Instant(afterwards);
    }

    private static double DrawLifetimeDays(ShopperClass kind, ref RandomStream random) =>
        random.Exponential(random.Gamma(kind.DropoutShape, kind.DropoutRateWeeks)) * DaysPerWeek;

    private static long After(long time, double days) =>
        days >= SimulationOptions.MaxDays * 2 ? long.MaxValue : time + (long)(days * SimulationTime.Day);

    private static CategoryTaste DrawTaste(ShopperClass kind, ref RandomStream random)
    {
        Span<double> concentrations = stackalloc double[Catalogue.CategoryCount];
        concentrations.Fill(kind.TasteConcentration / Catalogue.CategoryCount);
        Span<double> probabilities = stackalloc double[Catalogue.CategoryCount];
        random.Dirichlet(concentrations, probabilities);
        return CategoryTaste.From(probabilities);
    }
}
