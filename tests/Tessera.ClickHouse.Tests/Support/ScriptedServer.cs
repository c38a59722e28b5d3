using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tessera.ClickHouse.Tests.Support;

/// <summary>An HTTP server whose every answer is scripted to the byte, for what a real engine does only when it breaks.</summary>
/// <remarks>Each accepted request takes the next script; a script writes raw bytes and then the connection closes, unless it waits.</remarks>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Func<NetworkStream, CancellationToken, Task>> scripts = new();

    public ScriptedServer()
    {
        listener.Start();
        _ = ServeAsync(stop.Token);
    }

    /// <summary>The requests so far: their first lines and bodies, in order.</summary>
    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public ScriptedServer Then(Func<NetworkStream, CancellationToken, Task> script)
    {
        scripts.Enqueue(script);
        return this;
    }

    /// <summary>Answers with these bytes exactly and closes the connection.</summary>
    public ScriptedServer ThenBytes(byte[] bytes) => Then((stream, token) => stream.WriteAsync(bytes, token).AsTask());

    /// <summary>Answers properly.</summary>
    public ScriptedServer ThenAnswer(int status, byte[] body, params string[] headers) => ThenBytes(Answer(status, body, headers));

    /// <summary>Answers with a text.</summary>
    public ScriptedServer ThenAnswer(int status, string body, params string[] headers) =>
        ThenAnswer(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Closes the connection without a word.</summary>
    public ScriptedServer ThenDrop() => Then((_, _) => Task.CompletedTask);

    /// <summary>Never answers.</summary>
    public ScriptedServer ThenSilence() => Then((_, token) => Task.Delay(Timeout.Infinite, token));

    public static byte[] Answer(int status, byte[] body, params string[] headers) =>
        [.. Head(status, [$"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}", .. headers]), .. body];

    public static byte[] Head(int status, params string[] headers) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Scripted\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _ = HandleAsync(await listener.AcceptTcpClientAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task HandleAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            var stream = client.GetStream();
            Requests.Enqueue(await ReceivedRequest.ReadAsync(stream, cancellationToken));
            if (scripts.TryDequeue(out var script))
            {
                await script(stream, cancellationToken);
            }
        }
    }
}
