using Tessera.Simulation.Running;
using Tessera.Simulation.Shop;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.Shop;

/// <summary>
/// The shop buys as Pareto/NBD says. With the parameters that Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy
/// Way, Marketing Science 24(2), report for CDNOW (weeks: r .553, α 10.578, s .606, β 11.669), purchases, survival and spend are
/// those of the published formulas, within 4.9 standard errors (one false alarm in a million per test).
/// </summary>
public sealed class ParetoNbdTests
{
    private const double R = 0.553;
    private const double Alpha = 10.578;
    private const double S = 0.606;
    private const double Beta = 11.669;
    private const int Customers = 12_000;
    private const int Days = 39 * 7;

    private static readonly ShopperClass Cdnow = ShopperClasses.All[0] with
    {
        Name = "cdnow", Share = 1, PurchaseShape = R, PurchaseRateWeeks = Alpha, DropoutShape = S, DropoutRateWeeks = Beta,
        SpendShape = 6.25, SpendCustomerShape = 3.74, SpendCustomerRate = 15.44, BuysGifts = false,
    };

    private static readonly Lazy<(ShopRun Run, RecordedRun Recorded)> Simulated = new(() =>
    {
        var options = Simulate.Small(Simulate.Shop, Customers, Days, seed: 3);
        var run = new ShopRun(options, new ShopModel { Classes = [Cdnow], HasRhythm = false, ExistingShare = 0 }, ordersOnly: true);
        return (run, RecordedRun.Of(options, withNextYear: true, run));
    });

    /// <summary>Schmittlein, Morrison and Colombo (1987), equation (17): E[X(t)] = rβ/(α(s − 1)) · (1 − (β/(β + t))^(s−1)).</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(52)]
    public void RepeatPurchases_AfterSomeWeeks_AreAsManyAsTheFormulaSays(int weeks)
    {
        var expected = R * Beta / (Alpha * (S - 1)) * (1 - Math.Pow(Beta / (Beta + weeks), S - 1));

        var repeats = Repeats(weeks * 7 * SimulationTime.Day);

        GoodnessOfFit.MeanShouldBe(repeats, expected);
    }

    /// <summary>Dropout is Pareto of the second kind: P(alive at t) = (β/(β + t))^s.</summary>
    [Fact]
    public void Lifetimes_FollowTheParetoDistribution()
    {
        // Lifetimes of more than a thousand weeks are not kept apart: nobody could live to see them.
        const double Longest = 1000;
        double Cdf(double weeks) => 1 - Math.Pow(Beta / (Beta + weeks), S);
        var lifetimes = Enumerable.Range(0, Customers).Select(i => Simulated.Value.Run.ShopperOf(i))
            .Select(shopper => shopper.DropoutAt == long.MaxValue ? double.MaxValue : (shopper.DropoutAt - shopper.FirstPurchase) / (7.0 * SimulationTime.Day))
            .ToArray();

        GoodnessOfFit.ShouldFollow(lifetimes.Where(weeks => weeks < Longest), weeks => Cdf(weeks) / Cdf(Longest));
        GoodnessOfFit.MeanShouldBe([.. lifetimes.Select(weeks => weeks < Longest ? 1.0 : 0)], Cdf(Longest));
    }

    /// <summary>Among those alive for t weeks, repeat purchases are negative binomial: gamma-mixed Poisson.</summary>
    [Fact]
    public void RepeatPurchases_OfThoseAlive_FollowTheNegativeBinomial()
    {
        const int Weeks = 20;
        var span = Weeks * 7 * SimulationTime.Day;
        var repeats = Repeats(span);
        var alive = Enumerable.Range(0, Customers)
            .Where(i => Simulated.Value.Run.ShopperOf(i).DropoutAt >= Simulated.Value.Run.ShopperOf(i).FirstPurchase + span)
            .Select(i => (int)repeats[i]);

        GoodnessOfFit.ShouldFollow(alive, k => ReferenceDistributions.NegativeBinomialProbability(R / Alpha * Weeks, R, k));
    }

    /// <summary>Gamma-gamma: the mean order is pγ/(q − 1), and filling baskets with whole products keeps it.</summary>
    [Fact]
    public void OrderValues_Mean_IsThatOfTheGammaGammaModel()
    {
        const double Expected = 6.25 * 15.44 / (3.74 - 1);
        var lines = new BasketLine[Basket.MaxLines];

        // One order per customer, so that the values are independent.
        var values = Simulated.Value.Recorded.Records
            .Where(record => record.Kind == ShopCall.OrderCompleted && record.A == 0 && !record.Has(CallFlags.Anonymous))
            .Select(record =>
            {
                var count = Basket.Fill(Simulated.Value.Run.ShopperOf(record.Customer), Cdnow, record.Detail, lines);
                return lines.Take(count).Sum(line => line.Cents) / 100.0;
            }).ToArray();

        values.Length.ShouldBe(Customers);

        // Orders worth less than the cheapest product cannot exist; they raise the mean by a cent or two.
        GoodnessOfFit.MeanShouldBe(values, Expected);
    }

    [Fact]
    public void Truth_ChurnedAt_IsTheDropout()
    {
        var run = Simulated.Value.Run;
        var end = Days * SimulationTime.Day;
        foreach (var customer in Enumerable.Range(0, Customers))
        {
            var dropout = run.ShopperOf(customer).DropoutAt;
            run.Truth(customer).ChurnedAt.ShouldBe(
                dropout < end ? new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(dropout) : null);
        }
    }

    /// <summary>Purchases of each customer within a time after the first, the first not counted.</summary>
    private static double[] Repeats(long span)
    {
        var repeats = new double[Customers];
        foreach (var record in Simulated.Value.Recorded.Records)
        {
            if (record.Kind == ShopCall.OrderCompleted && !record.Has(CallFlags.Anonymous) && record.A > 0
                && record.Time <= Simulated.Value.Run.ShopperOf(record.Customer).FirstPurchase + span)
            {
                repeats[record.Customer]++;
            }
        }

        return repeats;
    }
}
