using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>Listens to the stream of changes of membership, and notes when those arrive that are waited for.</summary>
internal sealed class ChangeListener : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, long> arrivals = new(StringComparer.Ordinal);
    private readonly HttpResponseMessage response;
    private readonly Task listening;
    private long seen;

    private ChangeListener(HttpResponseMessage response, string marker)
    {
        this.response = response;
        listening = Task.Run(() => ListenAsync(marker));
    }

    /// <summary>How many changes came in all.</summary>
    public long Seen => Interlocked.Read(ref seen);

    /// <summary>Begins to listen.</summary>
    /// <param name="http">May read the workspace.</param>
    /// <param name="marker">A text that those changes have which are waited for; the others are only counted.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ChangeListener> StartAsync(HttpClient http, string marker, CancellationToken cancellation)
    {
        var stream = await http.GetAsync(new Uri("/api/segments/changes/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        stream.EnsureSuccessStatusCode();
        return new ChangeListener(stream, marker);
    }

    /// <summary>The name of a change that came of a call.</summary>
    public static string Of(string segment, string messageId) => $"{segment} {messageId}";

    /// <summary>The name of a change that came by itself.</summary>
    public static string Left(string segment, Guid profile) => $"{segment} {profile} left";

    /// <summary>When a change arrived, by <see cref="Stopwatch.GetTimestamp"/>; null when it has not.</summary>
    public long? ArrivalOf(string name) => arrivals.TryGetValue(name, out var at) ? at : null;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        response.Dispose();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync(string marker)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(stop.Token);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (!line.StartsWith("data: {", StringComparison.Ordinal))
                {
                    continue;
                }

                Interlocked.Increment(ref seen);
                if (line.Contains(marker, StringComparison.Ordinal))
                {
                    Note(line["data: ".Length..], Stopwatch.GetTimestamp());
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // It was to stop.
        }
    }

    private void Note(string json, long at)
    {
        using var change = JsonDocument.Parse(json);
        var segment = change.RootElement.GetProperty("segment").GetString()!;
        var isEntry = change.RootElement.GetProperty("entered").GetBoolean();
        arrivals.TryAdd(
            isEntry ? Of(segment, change.RootElement.GetProperty("messageId").GetString()!) : Left(segment, change.RootElement.GetProperty("profileId").GetGuid()), at);
    }
}
