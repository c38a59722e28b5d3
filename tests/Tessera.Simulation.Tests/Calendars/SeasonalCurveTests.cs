using Tessera.Simulation.Calendars;

namespace Tessera.Simulation.Tests.Calendars;

public sealed class SeasonalCurveTests
{
    [Fact]
    public void Curve_WholeYear_AveragesOne()
    {
        var curve = new SeasonalCurve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        Enumerable.Range(0, 366).Select(day => curve[new DateOnly(2024, 1, 1).AddDays(day)]).Average().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Curve_MiddleOfMonths_KeepsTheirRatios()
    {
        var curve = new SeasonalCurve(1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1);

        (curve[new DateOnly(2025, 7, 17)] / curve[new DateOnly(2025, 4, 15)]).ShouldBe(2, 0.03);
    }

    [Fact]
    public void Curve_NotTwelveMonths_IsRefused() => Should.Throw<ArgumentException>(() => new SeasonalCurve(1, 2));
}
