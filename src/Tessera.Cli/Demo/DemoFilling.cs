using System.Globalization;
using Tessera.Cli.Api;
using Tessera.Cli.Importing;
using Tessera.Cli.Output;
using Tessera.Server.Hosting;
using Tessera.Simulation;

namespace Tessera.Cli.Demo;

/// <summary>Fills a demo's workspaces by the road that every user's files take: the import.</summary>
/// <remarks>An interrupted filling is simply done again: the files are the same to the byte, and what has been imported is known.</remarks>
internal sealed class DemoFilling(ProgramEnvironment environment, DataDirectory directory, Uri address, string token)
{
    private const string DefaultWorkspace = "default";
    private const int FileBufferBytes = 1 << 20;

    public async Task FillWithSamplesAsync(DateOnly firstDay, CancellationToken cancellationToken)
    {
        foreach (var sample in SampleWorkspace.All)
        {
            using var line = new ProgressLine(environment);
            using var api = new TesseraApi(address, token, sample.Key);
            await PrepareWorkspaceAsync(sample.Key, sample.Name, sample.Currency, sample: true, cancellationToken);
            var file = Path.Combine(directory.Root, $"sample-{sample.Key}.jsonl");
            try
            {
                await Task.Run(() => Simulate(sample, firstDay, file, line, cancellationToken), cancellationToken);
                line.Clear();
                var import = await new ImportDialogue(environment, api, endsWithServer: true).RunAsync(
                    new ImportJob(ImportKinds.Events, file, ImportSettings.None), $"{sample.Name}: ", cancellationToken);
                await new SegmentsAfterImport(environment, api).WaitAsync($"{sample.Name}: ", cancellationToken);
                line.Done($"{sample.Name}: {Figures.Count(sample.Customers)} customers simulated, {Figures.Count(import.Value.Number("rowsRead"))} events of theirs and of visitors.");
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    public async Task FillWithOrdersAsync(string file, ImportSettings settings, CancellationToken cancellationToken)
    {
        await PrepareWorkspaceAsync(DefaultWorkspace, WorkspaceName.From(file), currency: null, sample: false, cancellationToken);
        using var api = new TesseraApi(address, token, DefaultWorkspace);
        var import = await new ImportDialogue(environment, api, endsWithServer: true).RunAsync(
            new ImportJob(ImportKinds.Orders, file, settings), prefix: "", cancellationToken);
        await new SegmentsAfterImport(environment, api).WaitAsync(prefix: "", cancellationToken);
        var summary = new ImportSummary(environment);
        summary.WriteMapping(import.Value);
        summary.WriteCounts(import.Value);
        var rejected = Path.Combine(directory.Root, "rejected.csv");
        var saved = await RejectedRows.SaveAsync(api, import, rejected, cancellationToken);
        if (saved is not null)
        {
            environment.Error.WriteLine($"Rejected rows, with line, column and reason: {saved}");
        }

        summary.WriteWarning(import.Value, saved);
    }

    private static void Simulate(SampleWorkspace sample, DateOnly firstDay, string file, ProgressLine line, CancellationToken cancellationToken)
    {
        using var calls = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, FileBufferBytes);
        SimulationWriter.Write(sample.Options(firstDay), calls, TextWriter.Null, new Reporter(line, sample.Name), cancellationToken);
    }

    private async Task PrepareWorkspaceAsync(string key, string name, string? currency, bool sample, CancellationToken cancellationToken)
    {
        // Speaks to no workspace: the one it is about may not exist yet.
        using var api = new TesseraApi(address, token, workspace: null);
        var workspaces = await api.GetAsync("/api/workspaces", cancellationToken);
        if (workspaces.Items.Any(workspace => workspace.Text("key") == key))
        {
            await api.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{key}", new { name, currency, sample }, cancellationToken);
        }
        else
        {
            await api.SendJsonAsync(HttpMethod.Post, "/api/workspaces", new { key, name, currency, sample }, cancellationToken);
        }
    }

    private sealed class Reporter(ProgressLine line, string name) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) =>
            line.Report(string.Create(CultureInfo.InvariantCulture, $"{name}: simulating {value.Fraction * 100:0} %, {value.Calls:#,0} events"));
    }
}
