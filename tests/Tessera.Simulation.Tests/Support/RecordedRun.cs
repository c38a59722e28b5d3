using Tessera.Simulation.Running;

namespace Tessera.Simulation.Tests.Support;

/// <summary>All calls of a run as records, those of the year after the observed days too, which nobody else gets to see.</summary>
internal sealed class RecordedRun
{
    private RecordedRun(IScenarioRun run, EventRecord[] records, SimulationOptions options)
    {
        Run = run;
        Records = records;
        Options = options;
    }

    public IScenarioRun Run { get; }

    public SimulationOptions Options { get; }

    /// <summary>In order of time.</summary>
    public EventRecord[] Records { get; }

    public long End => Options.Days * SimulationTime.Day;

    public IEnumerable<EventRecord> Observed => Records.Where(record => record.Time >= 0 && record.Time < End);

    /// <summary>Runs the observed days, and the year after them if asked to, with every call kept.</summary>
    public static RecordedRun Of(SimulationOptions options, bool withNextYear = false, IScenarioRun? run = null)
    {
        run ??= Scenario.Find(options.Scenario).CreateRun(options);
        var records = new List<EventRecord>();
        var sink = new EventSink(options.Customers);
        var last = options.Days + (withNextYear ? SimulationTime.ContinuationDays : 0);
        for (var day = -1; day <= last; day++)
        {
            for (var block = 0; block < run.Blocks; block++)
            {
                run.Step(block, day, sink);
            }

            records.AddRange(sink.Records);
            sink.Clear();
        }

        return new RecordedRun(run, [.. records.OrderBy(record => record.Time)], options);
    }
}
