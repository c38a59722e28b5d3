using System.Text.Json;
using Tessera.Cli.Output;

namespace Tessera.Cli.Api;

/// <summary>
/// Trends, changes and the dates since when are made of the months of the past, which are computed after the present. Sees to it that they are
/// there before they are shown, or says that they are not.
/// </summary>
internal sealed class PastMonths(ProgramEnvironment environment, ServerConnection server)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Waits for them when the server ends with this command, because nobody would compute them afterwards; otherwise says how far they are.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(environment);
        for (var rfm = await ReadAsync(cancellationToken); IsBeingComputed(rfm); rfm = await ReadAsync(cancellationToken))
        {
            var problem = rfm.Text("problem") ?? rfm.Text("past.problem");
            if (!server.IsHosted || problem is not null)
            {
                line.Clear();
                environment.Error.WriteLine(problem is null
                    ? $"Changes and the dates since when are still being computed{HowFar(rfm)}; ask again in a moment."
                    : $"Changes and the dates since when could not be computed, and are tried again when the server runs: {problem}");
                return;
            }

            line.Report($"Computing the months of the past{HowFar(rfm)}");
            await Task.Delay(BetweenQuestions, environment.Time, cancellationToken);
        }
    }

    private static bool IsBeingComputed(JsonElement rfm) => rfm.Text("state") == "computing" || rfm.Text("past.state") == "computing";

    private static string HowFar(JsonElement rfm) =>
        rfm.Count("past.months") is > 0 and var months ? $", {rfm.Count("past.done")} of {months} are done" : "";

    private async Task<JsonElement> ReadAsync(CancellationToken cancellationToken) =>
        (await server.Api.GetAsync("/api/rfm", cancellationToken)).Value;
}
