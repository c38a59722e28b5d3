using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>Sends tracking calls to a server over 32 connections, and comes again when it is told to.</summary>
internal sealed class CallSender : IDisposable
{
    private const int Connections = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient http;

    /// <param name="server">The server.</param>
    /// <param name="key">The write key.</param>
    public CallSender(Uri server, string key)
    {
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
    }

    /// <summary>Sends so many bodies as fast as they are acknowledged.</summary>
    public Task SendAsync(ProductCalls calls, long bodies, CancellationToken cancellation)
    {
        var left = bodies;
        return OnAllConnectionsAsync(
            async () =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    await PostAsync(calls.Next(), cancellation);
                }
            },
            cancellation);
    }

    /// <summary>Sends bodies at a fixed rate until it is told to stop.</summary>
    /// <param name="calls">The bodies.</param>
    /// <param name="perSecond">Bodies a second.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task SendAtRateAsync(ProductCalls calls, double perSecond, CancellationToken cancellation)
    {
        var next = 0L;
        var watch = Stopwatch.StartNew();
        return OnAllConnectionsAsync(
            async () =>
            {
                while (!cancellation.IsCancellationRequested)
                {
                    var due = TimeSpan.FromSeconds((Interlocked.Increment(ref next) - 1) / perSecond);
                    if (due - watch.Elapsed is { Ticks: > 0 } early)
                    {
                        await Task.Delay(early, TimeProvider.System, cancellation);
                    }

                    await PostAsync(calls.Next(), cancellation);
                }
            },
            cancellation);
    }

    /// <summary>Sends one body and returns once it is acknowledged.</summary>
    public async Task PostAsync(byte[] body, CancellationToken cancellation)
    {
        while (true)
        {
            using var content = new ByteArrayContent(body);
            using var response = await http.PostAsync(new Uri("/v1/batch", UriKind.Relative), content, cancellation);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                response.EnsureSuccessStatusCode();
                return;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task OnAllConnectionsAsync(Func<Task> send, CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(send, cancellation)));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It was to stop.
        }
    }
}
