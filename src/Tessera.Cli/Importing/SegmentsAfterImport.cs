using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Importing;

/// <summary>Waits until everybody's segment reflects what was imported, so that the next command shows it.</summary>
internal sealed class SegmentsAfterImport(ProgramEnvironment environment, TesseraApi api)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(250);

    public async Task WaitAsync(string prefix, CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(environment);
        while ((await api.GetAsync("/api/rfm", cancellationToken)).Value is var rfm && rfm.Text("state") == "computing")
        {
            if (rfm.Text("problem") is { } problem)
            {
                throw new CommandFailure($"The import is done, but the segments could not be computed: {problem}");
            }

            line.Report($"{prefix}Computing segments");
            await Task.Delay(BetweenQuestions, environment.Time, cancellationToken);
        }
    }
}
