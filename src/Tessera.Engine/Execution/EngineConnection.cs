using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Tessera.Engine.Native;

namespace Tessera.Engine.Execution;

/// <summary>
/// A connection with a thread of its own: calls into the engine block, so they must not occupy the thread pool. Keeps
/// track of what requests change on the connection, so that nothing leaks from one request into the next.
/// </summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;
    private readonly ConnectionSettings baseline;
    private readonly Func<int, ChdbConnection?> open;
    private ChdbConnection connection;
    private string? database = ConnectionSettings.InitialDatabase;
    private HashSet<string> changed = new(StringComparer.Ordinal);
    private bool unknownChanges;

    /// <param name="number">Which of the pool's connections this is.</param>
    /// <param name="connection">An open connection that nobody has used yet.</param>
    /// <param name="baseline">The settings to return to after each request.</param>
    /// <param name="open">Opens another connection of the same number, should this one become unusable.</param>
    public EngineConnection(int number, ChdbConnection connection, ConnectionSettings baseline, Func<int, ChdbConnection?> open)
    {
        Number = number;
        this.open = open;
        this.connection = connection;
        this.baseline = baseline;
        thread = new Thread(Work, maxStackSize: 8 * 1024 * 1024)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"engine {number}"),
        };
        thread.Start();
    }

    public int Number { get; }

    /// <summary>What every statement on this connection carries as log_comment; the handle to cancel it by.</summary>
    public string Tag => TagOf(Number);

    public static string TagOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tessera-{number}");

    /// <summary>Runs a call on the connection's thread. One call at a time, by the holder of the lease.</summary>
    public Task<T> RunAsync<T>(Func<ChdbConnection, T> call)
    {
        // Continuations must not run on the engine's thread: they would hold it while the response is written.
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                completion.SetResult(call(connection));
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
        });
        return completion.Task;
    }

    /// <summary>Applies a request's database and settings. Must run on the connection's thread.</summary>
    /// <exception cref="EngineException">Unknown database or setting, or a value that does not fit.</exception>
    public void Apply(string database, IReadOnlyDictionary<string, string> settings)
    {
        if (this.database != database)
        {
            this.database = null;
            connection.QueryText($"USE {ConnectionSettings.QuoteIdentifier(database)}");
            this.database = database;
        }

        if (settings.Count == 0)
        {
            return;
        }

        var sql = new StringBuilder("SET ");
        foreach (var (name, value) in settings)
        {
            ConnectionSettings.RequireName(name);
            sql.Append(sql.Length == "SET ".Length ? "" : ", ").Append(name).Append(" = ").Append(ConnectionSettings.QuoteText(value));
        }

        // Until it is known to have succeeded, any of them may have been changed.
        unknownChanges = true;
        connection.QueryText(sql.ToString());
        unknownChanges = false;
        changed.UnionWith(settings.Keys);
    }

    /// <summary>States that a statement may have changed settings or the database by itself (SET, USE).</summary>
    public void ExpectChanges()
    {
        unknownChanges = true;
        database = null;
    }

    /// <summary>
    /// Gives the connection back as it was. The library keeps a statement that failed or was cancelled, with its locks on
    /// tables, until the next statement on the same connection; so after one of those another is always run.
    /// </summary>
    public Task RestoreAsync(bool succeeded) => succeeded && !unknownChanges && changed.Count == 0
        ? Task.CompletedTask
        : RunAsync(_ =>
        {
            try
            {
                if (!succeeded)
                {
                    connection.QueryText("USE system");
                    database = "system";
                }

                RestoreSettings();
            }
            catch (EngineException)
            {
                // Some settings cannot be left again, such as those that forbid changing settings.
                Reopen();
            }

            return true;
        });

    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        connection.Dispose();
        work.Dispose();
    }

    private void Reopen()
    {
        this.connection.Dispose();
        if (open(Number) is not { } connection)
        {
            // Without its connections the process is of no use; its parent starts another.
            Environment.FailFast("The engine no longer accepts connections.");
            return;
        }

        this.connection = connection;
        database = ConnectionSettings.InitialDatabase;
        changed.Clear();
        unknownChanges = false;
    }

    private void RestoreSettings()
    {
        if (unknownChanges)
        {
            changed = [.. baseline.Differing(connection)];
            unknownChanges = false;
        }

        if (changed.Count > 0)
        {
            connection.QueryText(baseline.RestoringStatement(changed));
            changed.Clear();
        }
    }

    private void Work()
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
