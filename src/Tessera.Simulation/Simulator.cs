using System.Text.Json;
using Tessera.Simulation.Running;

namespace Tessera.Simulation;

/// <summary>Simulates a scenario in memory-bounded streams. To write files, see <see cref="SimulationWriter"/>.</summary>
public static class Simulator
{
    /// <summary>
    /// The tracking calls in order of time. Memory: the customers' state (about 150 bytes each) and two days of calls at about
    /// 60 bytes each, however long the run.
    /// </summary>
    /// <param name="options">What to simulate; checked at once, not at the first call.</param>
    /// <param name="cancellationToken">Ends the enumeration with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationOptionsException">The options are not valid.</exception>
    public static IEnumerable<TrackingCall> Calls(SimulationOptions options, CancellationToken cancellationToken = default)
    {
        options.Validate();
        return Enumerate(options, cancellationToken);
    }

    /// <summary>The truth about every customer, in order of their number. Takes the time of a run without its writing.</summary>
    /// <param name="options">What to simulate; checked at once.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationOptionsException">The options are not valid.</exception>
    public static IReadOnlyList<CustomerTruth> Truth(SimulationOptions options, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var runner = new ScenarioRunner(options);
        runner.RunSilently(cancellationToken);
        return runner.Truth().ToArray();
    }

    private static IEnumerable<TrackingCall> Enumerate(SimulationOptions options, CancellationToken cancellationToken)
    {
        var runner = new ScenarioRunner(options);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, CallSerializer.JsonOptions);
        foreach (var day in runner.Observe(cancellationToken))
        {
            for (var i = 0; i < day.Count; i++)
            {
                buffer.ResetWrittenCount();
                yield return runner.Serializer.Describe(day[i], buffer, json);
            }
        }
    }
}
