using System.Globalization;
using System.Threading.Channels;
using Tessera.Engine.Native;

namespace Tessera.Engine.Execution;

/// <summary>
/// The connections, all opened at start: one statement runs on each at a time, and one more connection is kept free to
/// cancel what the others are doing.
/// </summary>
internal sealed class ConnectionPool : IAsyncDisposable
{
    private readonly Channel<EngineConnection> free = Channel.CreateUnbounded<EngineConnection>();
    private readonly List<EngineConnection> connections;
    private readonly EngineConnection control;
    private readonly TimeSpan longestWait;
    private readonly TimeProvider time;
    private int waiting;

    private ConnectionPool(List<EngineConnection> connections, EngineConnection control, TimeSpan longestWait, TimeProvider time)
    {
        this.connections = connections;
        this.control = control;
        this.longestWait = longestWait;
        this.time = time;
        foreach (var connection in connections)
        {
            free.Writer.TryWrite(connection);
        }
    }

    public int Size => connections.Count;

    public int Busy => Size - free.Reader.Count;

    public int Waiting => waiting;

    /// <summary>Opens <paramref name="size"/> connections and the one for cancelling; null when the engine refuses to start.</summary>
    public static ConnectionPool? Open(IReadOnlyList<string> arguments, int size, TimeSpan longestWait, TimeProvider time)
    {
        List<ChdbConnection> opened = [];
        for (var number = 0; number <= size; number++)
        {
            if (OpenOne(number) is not { } connection)
            {
                opened.ForEach(one => one.Dispose());
                return null;
            }

            opened.Add(connection);
        }

        var baseline = ConnectionSettings.Read(opened[0]);
        List<EngineConnection> all = [.. opened.Select((connection, number) => new EngineConnection(number, connection, baseline, OpenOne))];
        return new ConnectionPool(all[1..], all[0], longestWait, time);

        ChdbConnection? OpenOne(int number) => ChdbConnection.Open([.. arguments, "--log_comment=" + EngineConnection.TagOf(number)]);
    }

    /// <summary>Waits for a free connection, no longer than the configured time.</summary>
    /// <exception cref="EngineException">All connections stayed busy (202).</exception>
    public async Task<ConnectionLease> RentAsync(CancellationToken cancellation)
    {
        if (!free.Reader.TryRead(out var connection))
        {
            Interlocked.Increment(ref waiting);

            // The reader itself is cancelled, so that no connection can be handed to someone who has stopped waiting.
            using var patience = new CancellationTokenSource(longestWait, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            try
            {
                connection = await free.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new EngineException(EngineErrors.TooManySimultaneousQueries, "TOO_MANY_SIMULTANEOUS_QUERIES", string.Create(
                    CultureInfo.InvariantCulture,
                    $"All {Size} connections of the engine were busy for {longestWait.TotalSeconds:0} s. Try again later."));
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }

        return new ConnectionLease(this, connection);
    }

    /// <summary>Asks the engine to cancel whatever runs on the connection. Harmless when nothing does.</summary>
    public Task CancelAsync(EngineConnection connection) => control.RunAsync(control =>
        control.QueryText($"KILL QUERY WHERE Settings['log_comment'] = '{connection.Tag}' ASYNC"));

    /// <summary>Runs a question about the engine itself on the connection that is kept free.</summary>
    public Task<string> AskAsync(string sql) => control.RunAsync(control => control.QueryText(sql));

    public async ValueTask ReturnAsync(EngineConnection connection, bool succeeded)
    {
        await connection.RestoreAsync(succeeded);
        free.Writer.TryWrite(connection);
    }

    /// <summary>Cancels what runs and closes every connection; leaving the process with open ones can crash it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await CancelAsync(connection);
        }

        // A connection closes only after its statement has ended, so each is awaited on its own thread.
        await Task.WhenAll(connections.Select(connection => Task.Run(connection.Dispose)));
        control.Dispose();
        _ = Chdb.chdb_shutdown();
    }
}
