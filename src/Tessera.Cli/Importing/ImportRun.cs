using System.Net.Http.Headers;
using System.Text.Json;
using Tessera.Cli.Api;

namespace Tessera.Cli.Importing;

/// <summary>Sends a file to the server and waits while it is imported.</summary>
internal sealed class ImportRun(TesseraApi api, TimeProvider time, IProgress<ImportProgress> progress)
{
    private const int BufferBytes = 1 << 16;
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);
    private static readonly string[] FinalStates = ["done", "failed", "needs-answer"];

    /// <summary>The import's id once the server has the whole file; null before.</summary>
    public string? Id { get; private set; }

    /// <summary>Sends the file; the import as the server describes it when there is nothing to wait for.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or the server refused it.</exception>
    public async Task<JsonAnswer> StartAsync(ImportJob job, CancellationToken cancellationToken)
    {
        job.RequireReadable();
        var import = await SendAsync(job, cancellationToken);
        Id = import.Value.Text("id");
        return await WaitAsync(import, cancellationToken);
    }

    /// <summary>Answers the questions of an import; the import when there is again nothing to wait for.</summary>
    /// <exception cref="CommandFailure">The server does not accept an answer.</exception>
    public async Task<JsonAnswer> AnswerAsync(JsonAnswer import, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken) =>
        await WaitAsync(
            await api.SendJsonAsync(HttpMethod.Post, $"/api/imports/{import.Value.Text("id")}/answers", new { answers }, cancellationToken),
            cancellationToken);

    private async Task<JsonAnswer> WaitAsync(JsonAnswer import, CancellationToken cancellationToken)
    {
        var path = $"/api/imports/{import.Value.Text("id")}";
        while (!FinalStates.Contains(import.Value.Text("state"), StringComparer.Ordinal))
        {
            progress.Report(new ImportProgress(
                import.Value.Text("state") ?? "", import.Value.Count("bytesRead"), import.Value.Count("bytesTotal"), import.Value.Count("rowsRead")));
            await Task.Delay(BetweenQuestions, time, cancellationToken);
            import = await api.GetAsync(path, cancellationToken);
        }

        return import;
    }

    private async Task<JsonAnswer> SendAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await using var file = Open(job.File);
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(job.Kind), "kind");
        form.Add(new StringContent(JsonSerializer.Serialize(job.Settings.Map)), "map");
        form.Add(new StringContent(JsonSerializer.Serialize(job.Settings.Options)), "options");

        // The file comes last, so that the server knows what it is when its first bytes arrive.
        using var content = new StreamContent(new MeteredStream(file, sent => progress.Report(new ImportProgress("sending", sent, file.Length, 0))), BufferBytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", Path.GetFileName(job.File));
        return await api.SendAsync(HttpMethod.Post, "/api/imports", form, cancellationToken);
    }

    private static FileStream Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandFailure($"{file} cannot be read by this user; check its permissions.");
        }
    }
}
