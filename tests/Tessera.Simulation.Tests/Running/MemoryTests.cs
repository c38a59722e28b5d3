using Tessera.Simulation.Running;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.Running;

/// <remarks>What is measured is what the whole process holds, so no other test runs beside these.</remarks>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryTests
{
    private const string Name = "what a process holds";


    /// <summary>The state per customer is what the documentation says.</summary>
    [Theory]
    [InlineData(Simulate.DesignSaas, 210)]
    [InlineData(Simulate.Shop, 100)]
    public void State_PerCustomer_IsSmall(string scenario, int most) =>
        Scenario.Find(scenario).CreateRun(Simulate.Small(scenario)).BytesPerCustomer.ShouldBeLessThanOrEqualTo(most);

    /// <summary>A record waits for its turn in forty bytes.</summary>
    [Fact]
    public void Record_Waiting_TakesFortyBytes() => System.Runtime.CompilerServices.Unsafe.SizeOf<EventRecord>().ShouldBe(40);

    /// <summary>Memory depends on the customers, not on the days: after a year no more is held than after a month.</summary>
    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Calls_LongRun_HoldNoMoreThanAShortOne(string scenario)
    {
        var held = new List<long>();
        var month = 0;
        foreach (var call in Simulator.Calls(Simulate.Small(scenario, customers: 300, days: 365)))
        {
            if (call.Timestamp.Month != month)
            {
                month = call.Timestamp.Month;
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        // A leak of calls would be over 100 MB.
        held.Count.ShouldBe(12);
        (held[2..].Min() - held[1]).ShouldBeLessThan(20_000_000);
    }

    /// <summary>A million calls written out, text, order and threads included, never hold more than a little.</summary>
    [Fact]
    public void Write_AMillionCalls_HoldsLittleAtAnyTime()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var asked = 0L;
        var watch = new Watch(progress =>
        {
            if (progress.Calls - asked > 100_000)
            {
                asked = progress.Calls;
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        });

        var summary = SimulationWriter.Write(
            new SimulationOptions { Scenario = Simulate.DesignSaas, Customers = 1_400, Days = 365, Threads = 2 }, Stream.Null, TextWriter.Null, watch);

        summary.Calls.ShouldBeGreaterThan(1_000_000);
        asked.ShouldBeGreaterThan(900_000);

        // The calls are some 600 MB of text.
        summary.Bytes.ShouldBeGreaterThan(300_000_000);
        most.ShouldBeLessThan(64_000_000);
    }

    private sealed class Watch(Action<SimulationProgress> told) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => told(value);
    }
}
