using Tessera.Server.Destinations.Webhooks.Delivering;

namespace Tessera.Server.Tests.Destinations.Webhooks;

public sealed class RetryScheduleTests
{
    [Fact]
    public void After_GoesOnForAboutThreeDays_ThenEnds()
    {
        var pauses = Enumerable.Range(1, 9).Select(attempts => RetrySchedule.After(attempts, chance: 0.5)!.Value).ToList();
        pauses.SequenceEqual(pauses.Order()).ShouldBeTrue("each pause is longer than the one before");
        pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause).TotalDays.ShouldBeInRange(3, 3.5);
        RetrySchedule.After(10, chance: 0.5).ShouldBeNull();
    }

    [Fact]
    public void After_DiffersByChance_ByATenthEitherWay()
    {
        RetrySchedule.After(2, chance: 0)!.Value.TotalMinutes.ShouldBe(4.5, 0.001);
        RetrySchedule.After(2, chance: 1)!.Value.TotalMinutes.ShouldBe(5.5, 0.001);
    }

    [Fact]
    public void Silence_Doubles_UpToFiveMinutes()
    {
        RetrySchedule.Silence(1).ShouldBe(TimeSpan.FromSeconds(5));
        RetrySchedule.Silence(3).ShouldBe(TimeSpan.FromSeconds(20));
        RetrySchedule.Silence(long.MaxValue).ShouldBe(TimeSpan.FromMinutes(5));
    }
}
