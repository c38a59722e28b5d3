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
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;
    private readonly ConnectionSettings _baseline;
    private readonly Func<int, ChdbConnection?> _open;
    private ChdbConnection _connection;
    private string? _database = ConnectionSettings.InitialDatabase;
    private HashSet<string> _changed = new(StringComparer.Ordinal);
    private bool _unknownChanges;

    /// <param name="number">Which of the pool's connections this is.</param>
    /// <param name="connection">An open connection that nobody has used yet.</param>
    /// <param name="baseline">The settings to return to after each request.</param>
    /// <param name="open">Opens another connection of the same number, should this one become unusable.</param>
    public EngineConnection(int number, ChdbConnection connection, ConnectionSettings baseline, Func<int, ChdbConnection?> open)
    {
        Number = number;
        _open = open;
        _connection = connection;
        _baseline = baseline;
        _thread = new Thread(Work, maxStackSize: 8 * 1024 * 1024)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"engine {number}"),
        };
        _thread.Start();
    }

    public int Number { get; }

    /// <summary>What every statement on this connection carries as log_comment; the handle to cancel it by.</summary>
    public string Tag => TagOf(Number);

    public static string TagOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tessera-{number}");

    /// <summary>Runs a call on the connection's thread. One call at a time, by the holder of the lease.</summary>
    public Task<T> RunAsync<T>(Func<ChdbConnection, T> call)
    {
        // Continuations must not run on the engine's thread: they would hold it while the response is written.
        TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                completion.SetResult(call(_connection));
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
        if (_database != database)
        {
            _database = null;
            _connection.QueryText($"USE {ConnectionSettings.QuoteIdentifier(database)}");
            _database = database;
        }

        if (settings.Count == 0)
        {
            return;
        }

        StringBuilder sql = new("SET ");
        foreach ((string name, string value) in settings)
        {
            ConnectionSettings.RequireName(name);
            sql.Append(sql.Length == "SET ".Length ? "" : ", ").Append(name).Append(" = ").Append(ConnectionSettings.QuoteText(value));
        }

        // Until it is known to have succeeded, any of them may have been changed.
        _unknownChanges = true;
        _connection.QueryText(sql.ToString());
        _unknownChanges = false;
        _changed.UnionWith(settings.Keys);
    }

    /// <summary>States that a statement may have changed settings or the database by itself (SET, USE).</summary>
    public void ExpectChanges()
    {
        _unknownChanges = true;
        _database = null;
    }

    /// <summary>
    /// Gives the connection back as it was. The library keeps a statement that failed or was cancelled, with its locks on
    /// tables, until the next statement on the same connection; so after one of those another is always run.
    /// </summary>
    public Task RestoreAsync(bool succeeded) => succeeded && !_unknownChanges && _changed.Count == 0
        ? Task.CompletedTask
        : RunAsync(_ =>
        {
            try
            {
                if (!succeeded)
                {
                    _connection.QueryText("USE system");
                    _database = "system";
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
        _work.CompleteAdding();
        _thread.Join();
        _connection.Dispose();
        _work.Dispose();
    }

    private void Reopen()
    {
        _connection.Dispose();
        if (_open(Number) is not { } connection)
        {
            // Without its connections the process is of no use; its parent starts another.
            Environment.FailFast("The engine no longer accepts connections.");
            return;
        }

        _connection = connection;
        _database = ConnectionSettings.InitialDatabase;
        _changed.Clear();
        _unknownChanges = false;
    }

    private void RestoreSettings()
    {
        if (_unknownChanges)
        {
            _changed = [.. _baseline.Differing(_connection)];
            _unknownChanges = false;
        }

        if (_changed.Count > 0)
        {
            _connection.QueryText(_baseline.RestoringStatement(_changed));
            _changed.Clear();
        }
    }

    private void Work()
    {
        foreach (Action action in _work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
