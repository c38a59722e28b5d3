using System.CommandLine;
using System.Globalization;
using System.Text;
using Tessera.Cli.Output;
using Tessera.Simulation;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera simulate</c>: synthetic customers with known truth, as files.</summary>
internal static class SimulateCommand
{
    private const int FileBufferBytes = 1 << 20;

    public static Command Create(ProgramEnvironment environment)
    {
        var names = string.Join(", ", Scenario.All.Select(scenario => scenario.Name));
        var scenario = new Option<string>("--scenario") { Description = $"What to simulate: {names}.", HelpName = "NAME", DefaultValueFactory = _ => "design-saas" };
        var customers = new Option<int>("--customers") { Description = "How many customers, up to 10,000,000.", HelpName = "N", Required = true };
        var days = new Option<int>("--days") { Description = "How many days.", HelpName = "D", DefaultValueFactory = _ => 365 };
        var seed = new Option<ulong>("--seed") { Description = "The seed; the same seed gives the same bytes.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var start = new Option<DateOnly?>("--start") { Description = "The first day. Default: 2025-01-01.", HelpName = "YYYY-MM-DD" };
        var file = new Option<string>("--out") { Description = "The file to write: one tracking call a line; FILE.truth.csv says who the customers really are.", HelpName = "FILE", Required = true };
        var command = new Command("simulate", "Writes the events of synthetic customers, and the truth about them.");
        foreach (var option in new Option[] { customers, days, seed, scenario, start, file })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var options = new SimulationOptions
            {
                Scenario = result.GetRequiredValue(scenario),
                Customers = result.GetValue(customers),
                Days = result.GetValue(days),
                Seed = result.GetValue(seed),
                Threads = Environment.ProcessorCount,
            };
            options = result.GetValue(start) is { } first ? options with { Start = first } : options;
            if (options.Problems() is [var problem, ..])
            {
                throw new CommandFailure(problem, ExitCodes.WrongUsage);
            }

            return Task.Run(() => Write(environment, options, environment.Absolute(result.GetRequiredValue(file)), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static int Write(ProgramEnvironment environment, SimulationOptions options, string path, CancellationToken cancellationToken)
    {
        var truthPath = path + ".truth.csv";
        SimulationSummary summary;
        using (var progress = new ProgressLine(environment))
        using (var calls = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, FileBufferBytes))
        using (var truth = new StreamWriter(truthPath, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            summary = SimulationWriter.Write(options, calls, truth, new SimulationReporter(progress), cancellationToken);
        }

        environment.Out.WriteLine($"Wrote {Figures.Count(summary.Calls)} calls of {Figures.Count(options.Customers)} customers to {path} and the truth to {truthPath}.");
        return ExitCodes.Success;
    }

    private sealed class SimulationReporter(ProgressLine line) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) =>
            line.Report(string.Create(CultureInfo.InvariantCulture, $"Simulating: {value.Fraction * 100:0} %, {value.Calls:#,0} calls"));
    }
}
