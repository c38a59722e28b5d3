using FsCheck;
using FsCheck.Fluent;
using Tessera.Simulation.Running;
using Tessera.Simulation.Shop;

namespace Tessera.Simulation.Tests.Shop;

public sealed class BuyingClockTests
{
    private static readonly BuyingClock Gifts = BuyingClock.Seasonal(new DateOnly(2025, 1, 1), 730, gifts: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OperationalDays_WholeYear_AreAboutAsManyAsCalendarDays(bool gifts)
    {
        var clock = BuyingClock.Seasonal(new DateOnly(2025, 1, 1), 366, gifts);

        // Weekdays fall unevenly and the days of occasions are not normalised.
        clock.OperationalDays(365 * SimulationTime.Day).ShouldBe(365, 365 * 0.06);
    }

    [Fact]
    public void Instant_AnyOperationalTime_IsTheInverse() => Prop.ForAll(
            Gen.Choose(1, 700_000).Select(step => step / 1000.0).ToArbitrary(),
            operational => Gifts.Instant(operational) is var instant
                && (instant == long.MaxValue || Math.Abs(Gifts.OperationalDays(instant) - operational) < 1e-5))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1, 1));

    [Fact]
    public void Instant_BeyondTheLastDay_IsNever() => Gifts.Instant(1e6).ShouldBe(long.MaxValue);

    [Fact]
    public void OperationalDays_GiftsBeforeChristmas_PassFast()
    {
        var december = Gifts.OperationalDays(354 * SimulationTime.Day) - Gifts.OperationalDays(334 * SimulationTime.Day);
        var june = Gifts.OperationalDays(171 * SimulationTime.Day) - Gifts.OperationalDays(151 * SimulationTime.Day);

        december.ShouldBeGreaterThan(4 * june);
    }

    [Fact]
    public void Even_IsCalendarTime() => BuyingClock.Even(10).OperationalDays(36 * SimulationTime.Hour).ShouldBe(1.5, 1e-12);
}
