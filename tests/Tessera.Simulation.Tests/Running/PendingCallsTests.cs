using FsCheck;
using FsCheck.Fluent;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Tests.Running;

public sealed class PendingCallsTests
{
    /// <summary>Whatever comes in, what goes out is everything before the instant, in order of time, customer and sequence.</summary>
    [Fact]
    public void TakeBefore_AnyCalls_AreSortedAndSplitAtTheInstant()
    {
        var calls = Gen.Choose(0, 400).Select(seed => Enumerable.Range(0, seed % 60).Select(i => new EventRecord
        {
            Time = (seed * (i + 3) * 7919L % 50) - 10,
            Customer = (seed + i) * 31 % 7,
            Sequence = (ushort)i,
        }).ToArray());
        Prop.ForAll(calls.ToArbitrary(), Gen.Choose(-12, 45).ToArbitrary(), (all, instant) =>
        {
            var pending = new PendingCalls();
            pending.Add(all.AsSpan(0, all.Length / 2));
            pending.Add(all.AsSpan(all.Length / 2));
            var early = pending.TakeBefore(instant).ToArray();
            var late = pending.TakeBefore(long.MaxValue).ToArray();
            var expected = all.OrderBy(call => call.Time).ThenBy(call => call.Customer).ThenBy(call => call.Sequence).ToArray();
            return early.Concat(late).Select(Key).SequenceEqual(expected.Select(Key))
                && early.All(call => call.Time < instant) && late.All(call => call.Time >= instant);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 1));
    }

    [Fact]
    public void TakeBefore_Nothing_IsEmpty() => new PendingCalls().TakeBefore(5).Count.ShouldBe(0);

    [Fact]
    public void TakeBefore_CallsMoreThanThreeDaysApart_AreAMistakeOfTheScenario()
    {
        var pending = new PendingCalls();
        pending.Add([new EventRecord { Time = 0 }, new EventRecord { Time = 4 * SimulationTime.Day }]);

        Should.Throw<InvalidOperationException>(() => pending.TakeBefore(1));
    }

    private static (long Time, int Customer, ushort Sequence) Key(EventRecord call) => (call.Time, call.Customer, call.Sequence);
}
