using Tessera.Engine.Native;

namespace Tessera.Engine.Execution;

/// <summary>The use of one connection for one request. Disposing restores the connection and gives it back.</summary>
internal sealed class ConnectionLease(ConnectionPool pool, EngineConnection connection) : IAsyncDisposable
{
    private static readonly TimeSpan CancelAgainAfter = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource ended = new();
    private Task underCancellation = Task.CompletedTask;
    private CancellationTokenRegistration registration;

    /// <summary>Set when the statement has come to its end without an error.</summary>
    public bool Succeeded { get; set; }

    /// <summary>Whether the statement was asked to stop.</summary>
    public bool WasCancelled { get; private set; }

    /// <summary>From now until the lease ends, cancels the statement in the engine when <paramref name="reason"/> is cancelled.</summary>
    public void CancelWhen(CancellationToken reason) => registration = reason.UnsafeRegister(static lease => ((ConnectionLease)lease!).Cancel(), this);

    /// <summary>Asks the engine to end the statement, again and again until it has: it may not have begun when first asked.</summary>
    public void Cancel()
    {
        lock (gate)
        {
            if (!WasCancelled && !ended.IsCancellationRequested)
            {
                WasCancelled = true;
                underCancellation = CancelUntilEndedAsync();
            }
        }
    }

    /// <summary>Runs a call on the connection's thread.</summary>
    /// <exception cref="EngineException">The statement failed or was cancelled.</exception>
    public Task<T> RunAsync<T>(Func<ChdbConnection, T> call) => connection.RunAsync(call);

    /// <summary>Applies the request's database and settings on the connection's thread.</summary>
    public void Apply(string database, IReadOnlyDictionary<string, string> settings) => connection.Apply(database, settings);

    /// <inheritdoc cref="EngineConnection.ExpectChanges"/>
    public void ExpectChanges() => connection.ExpectChanges();

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        Task cancelling;
        lock (gate)
        {
            ended.Cancel();
            cancelling = underCancellation;
        }

        // A late cancellation must not reach the statement of the next holder.
        await cancelling;
        ended.Dispose();
        await pool.ReturnAsync(connection, Succeeded);
    }

    private async Task CancelUntilEndedAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            await pool.CancelAsync(connection).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(CancelAgainAfter, TimeProvider.System, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
