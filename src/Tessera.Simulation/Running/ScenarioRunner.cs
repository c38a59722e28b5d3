namespace Tessera.Simulation.Running;

/// <summary>Moves a run through its days and hands out the observed calls in order of time.</summary>
internal sealed class ScenarioRunner
{
    private readonly SimulationOptions options;
    private readonly IScenarioRun run;
    private readonly EventSink[] sinks;
    private readonly PendingCalls pending = new();
    private int nextDay = FirstDay;
    private int daysDone;

    /// <summary>Local days begin up to 13 hours before the UTC day of the same number, so the day before the first is needed too.</summary>
    private const int FirstDay = -1;

    /// <summary>How long before its UTC day a local day may begin.</summary>
    private const long LocalDayLead = 13 * SimulationTime.Hour;

    public ScenarioRunner(SimulationOptions options)
        : this(options, Scenario.Find(options.Scenario).CreateRun(options))
    {
    }

    public ScenarioRunner(SimulationOptions options, IScenarioRun run)
    {
        this.options = options;
        this.run = run;
        sinks = new EventSink[run.Blocks];
        for (var i = 0; i < sinks.Length; i++)
        {
            sinks[i] = new EventSink(options.Customers);
        }

        Serializer = new CallSerializer(run, options);
    }

    public CallSerializer Serializer { get; }

    /// <summary>The share of all days, observed and continued, that is done.</summary>
    public double FractionDone => daysDone / (double)(LastDay - FirstDay + 1);

    private int LastDay => options.Days + SimulationTime.ContinuationDays;

    /// <summary>The observed calls, a segment per day, valid until the next one is asked for.</summary>
    public IEnumerable<ArraySegment<EventRecord>> Observe(CancellationToken cancellationToken)
    {
        var end = options.Days * SimulationTime.Day;
        for (; nextDay <= options.Days; nextDay++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StepAll(nextDay);
            foreach (var sink in sinks)
            {
                pending.Add(sink.Records);
                sink.Clear();
            }

            var isLast = nextDay == options.Days;
            var ready = pending.TakeBefore(isLast ? end : Math.Min(end, ((nextDay + 1) * SimulationTime.Day) - LocalDayLead));
            var before = 0;
            while (before < ready.Count && ready[before].Time < 0)
            {
                before++;
            }

            yield return ready[before..];
        }
    }

    /// <summary>Carries the process on for a year after the observed days, so that the truth is known.</summary>
    public void ContinueSilently(Action<double>? progress, CancellationToken cancellationToken)
    {
        foreach (var sink in sinks)
        {
            sink.Silent = true;
        }

        for (; nextDay <= LastDay; nextDay++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StepAll(nextDay);
            progress?.Invoke(FractionDone);
        }
    }

    /// <summary>Runs all days without making any calls.</summary>
    public void RunSilently(CancellationToken cancellationToken) => ContinueSilently(progress: null, cancellationToken);

    /// <summary>The truth about every customer, after all days.</summary>
    public IEnumerable<CustomerTruth> Truth() => Enumerable.Range(0, options.Customers).Select(run.Truth);

    private void StepAll(int day)
    {
        daysDone++;
        if (options.Threads == 1 || sinks.Length == 1)
        {
            for (var block = 0; block < sinks.Length; block++)
            {
                run.Step(block, day, sinks[block]);
            }

            return;
        }

        Parallel.For(0, sinks.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, block => run.Step(block, day, sinks[block]));
    }
}
