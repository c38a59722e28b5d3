using Tessera.Server.Hosting.Metrics;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting.Metrics;

public sealed class StageFigureTests
{
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void PerSecond_IsTheMeanOfTheLastTenWholeSeconds()
    {
        var figure = new StageFigure(time);
        figure.Add(40);
        figure.PerSecond.ShouldBe(0);
        time.Advance(TimeSpan.FromSeconds(1));
        figure.Add(60);
        figure.PerSecond.ShouldBe(4);
        time.Advance(TimeSpan.FromSeconds(1));
        figure.PerSecond.ShouldBe(10);
        time.Advance(TimeSpan.FromSeconds(9));
        figure.PerSecond.ShouldBe(6);
        time.Advance(TimeSpan.FromSeconds(100));
        figure.PerSecond.ShouldBe(0);
        figure.Total.ShouldBe(100);
    }

    [Fact]
    public void Percentile_IsOfTheLastValues()
    {
        var values = new RecentValues();
        values.Percentile(0.5).ShouldBeNull();
        for (var value = 1; value <= 100; value++)
        {
            values.Add(value);
        }

        (values.Percentile(0.5), values.Percentile(0.99), values.Percentile(1)).ShouldBe((50, 99, 100));
    }
}
