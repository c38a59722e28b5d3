using System.Globalization;
using Tessera.Simulation.Running;

namespace Tessera.Simulation;

/// <summary>Writes simulations to files or any other streams.</summary>
public static class SimulationWriter
{
    /// <summary>The header of the truth file.</summary>
    public const string TruthHeader = "user_id,archetype,churned_at,next_year_revenue";

    /// <summary>
    /// Writes the tracking calls, one JSON object a line in order of time (JSON Lines, UTF-8, LF), and the truth as CSV. Equal
    /// options give equal bytes on every machine and with any number of threads.
    /// </summary>
    /// <param name="options">What to simulate.</param>
    /// <param name="calls">Takes the calls; written from its present position, flushed at the end, left open.</param>
    /// <param name="truth">Takes the truth: the header, then a line per customer in order of their number; left open.</param>
    /// <param name="progress">Told after every simulated day, on the calling thread's behalf.</param>
    /// <param name="cancellationToken">Stops the run between two batches of calls with <see cref="OperationCanceledException"/>.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="SimulationOptionsException">The options are not valid; nothing was written.</exception>
    /// <exception cref="IOException">A stream refused the data.</exception>
    public static SimulationSummary Write(
        SimulationOptions options,
        Stream calls,
        TextWriter truth,
        IProgress<SimulationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options.Validate();
        var runner = new ScenarioRunner(options);
        using var output = new OrderedCallOutput(runner.Serializer, options.Threads, calls);
        foreach (var day in runner.Observe(cancellationToken))
        {
            output.Write(day, cancellationToken);
            progress?.Report(new SimulationProgress(output.Calls, runner.FractionDone));
        }

        calls.Flush();
        runner.ContinueSilently(
            fraction => progress?.Report(new SimulationProgress(output.Calls, fraction)), cancellationToken);
        WriteTruth(runner.Truth(), truth);
        return new SimulationSummary(output.Calls, options.Customers, output.Bytes);
    }

    private static void WriteTruth(IEnumerable<CustomerTruth> customers, TextWriter truth)
    {
        truth.Write(TruthHeader);
        truth.Write('\n');
        foreach (var customer in customers)
        {
            truth.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{customer.UserId},{customer.Archetype},{customer.ChurnedAt:yyyy-MM-ddTHH:mm:ss.fff}{(customer.ChurnedAt is null ? "" : "Z")},{customer.NextYearRevenue:0.00}\n"));
        }

        truth.Flush();
    }
}
