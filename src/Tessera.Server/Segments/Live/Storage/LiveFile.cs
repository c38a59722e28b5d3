using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary><c>live.db</c>: what segments keep of each customer. One thread works with it; others read through <see cref="LiveFileReader"/>.</summary>
/// <remarks>
/// A file of its own beside <c>state.db</c>: it is written many times a second, it can be made anew from the engine, and neither should wait for the other's commits.
/// </remarks>
internal sealed class LiveFile : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly HashSet<ulong> layouts = [];
    private readonly SqliteCommand find;

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="TesseraException">It cannot be used.</exception>
    public LiveFile(string path)
    {
        Path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();

            // What is committed is moved to its place by whoever reads, so that no commit waits for it.
            connection.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 100000; PRAGMA cache_size = -32000;");
            connection.Execute(EmbeddedSql.Read("Segments/Live/Storage/LiveSchema.sql"));
            foreach (var id in connection.Query<long>("SELECT id FROM layouts"))
            {
                layouts.Add(unchecked((ulong)id));
            }

            Left = Changes();
            find = Command("SELECT plan, round, next, state FROM states WHERE workspace = $workspace AND profile = $profile");
            find.Parameters.Add("$workspace", SqliteType.Text);
            find.Parameters.Add("$profile", SqliteType.Blob);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new TesseraException($"What segments keep of customers, {path}, cannot be used ({failure.Message}); delete it, and it is made anew.", failure);
        }
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Changes of an earlier run that are not known to be in the engine, in order.</summary>
    public IReadOnlyList<ChangeRow> Left { get; }

    /// <summary>Whether it goes with this log and this state of the pipeline.</summary>
    public bool Belongs(string logId, string stateId) =>
        connection.QuerySingleOrDefault<(string Log, string State)>("SELECT log_id, state_id FROM live") is var (log, state) && log == logId && state == stateId;

    /// <summary>Forgets everything and begins anew at positions of the log.</summary>
    public void Begin(string logId, string stateId, long[] positions)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM live; DELETE FROM rounds; DELETE FROM states; DELETE FROM rebuilds; DELETE FROM passes; DELETE FROM clock;", transaction: transaction);
        connection.Execute("INSERT INTO live (log_id, state_id, clean) VALUES (@Log, @State, 1)", new { Log = logId, State = stateId }, transaction);
        connection.Execute("INSERT INTO rounds (number, positions, duplicates) VALUES (1, @Positions, x'')", new { Positions = PlaceBytes.Write(positions) }, transaction);
        transaction.Commit();
    }

    /// <summary>The latest instant at which anybody was evaluated; null when nobody ever was.</summary>
    public DateTimeOffset? Evaluated() => connection.QuerySingleOrDefault<long?>("SELECT evaluated FROM clock") is { } instant ? PlaceBytes.Instant(instant) : null;

    /// <summary>The rounds from the clean one on, and the number of that.</summary>
    public (long Clean, List<RoundRow> Rounds) Rounds()
    {
        var clean = connection.ExecuteScalar<long>("SELECT clean FROM live");
        return (clean, connection.Query<(long Number, byte[] Positions, byte[] Duplicates)>("SELECT number, positions, duplicates FROM rounds ORDER BY number")
            .Select(row => new RoundRow(row.Number, PlaceBytes.Positions(row.Positions), PlaceBytes.Places(row.Duplicates)))
            .ToList());
    }

    /// <summary>The layout of an id, or null.</summary>
    public string? Layout(ulong id) => connection.QuerySingleOrDefault<string>("SELECT text FROM layouts WHERE id = @Id", new { Id = unchecked((long)id) });

    /// <summary>The state of a customer, or null.</summary>
    public StateRow? Find(WorkspaceKey workspace, Guid profile)
    {
        find.Parameters[0].Value = workspace.Value;
        find.Parameters[1].Value = PlaceBytes.Write(profile);
        using var reader = find.ExecuteReader();
        return reader.Read()
            ? new StateRow(workspace, profile, reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : PlaceBytes.Instant(reader.GetInt64(2)), (byte[])reader.GetValue(3))
            : null;
    }

    /// <summary>Whose membership may change by itself from an instant on and before another, the first first.</summary>
    public List<(WorkspaceKey Workspace, Guid Profile, DateTimeOffset Next)> Due(DateTimeOffset? from, DateTimeOffset before)
    {
        using var command = Command("SELECT workspace, profile, next FROM states WHERE next IS NOT NULL AND next >= $from AND next < $before ORDER BY next");
        command.Parameters.AddWithValue("$from", from is { } instant ? PlaceBytes.Write(instant) : long.MinValue);
        command.Parameters.AddWithValue("$before", PlaceBytes.Write(before));
        using var reader = command.ExecuteReader();
        List<(WorkspaceKey, Guid, DateTimeOffset)> due = [];
        while (reader.Read())
        {
            due.Add((new WorkspaceKey(reader.GetString(0)), PlaceBytes.Profile((byte[])reader.GetValue(1)), PlaceBytes.Instant(reader.GetInt64(2))));
        }

        return due;
    }

    /// <summary>Who waits for being put together anew.</summary>
    public List<RebuildRow> Rebuilds() => connection.Query<(string Workspace, byte[] Profile, long History, string Cause)>("SELECT workspace, profile, history, cause FROM rebuilds")
        .Select(row => new RebuildRow(new WorkspaceKey(row.Workspace), PlaceBytes.Profile(row.Profile), row.History != 0, row.Cause))
        .ToList();

    /// <summary>How far the customers of each workspace were gone through.</summary>
    public Dictionary<WorkspaceKey, PassRow> Passes() => connection.Query<(string Workspace, long Plan, byte[]? After, long History)>("SELECT workspace, plan, after, history FROM passes")
        .ToDictionary(row => new WorkspaceKey(row.Workspace), row => new PassRow(row.Plan, row.After is { } after ? PlaceBytes.Profile(after) : null, row.History != 0));

    private List<ChangeRow> Changes() => connection.Query<(string Workspace, string Segment, byte[] Profile, long Time, long Entered, long RecordedAt, string Cause, string MessageId)>(
            "SELECT workspace, segment, profile, time, entered, recorded_at, cause, message_id FROM changes ORDER BY number")
        .Select(row => new ChangeRow(
            row.Workspace, row.Segment, PlaceBytes.Profile(row.Profile), PlaceBytes.Instant(row.Time), row.Entered != 0, PlaceBytes.Instant(row.RecordedAt), row.Cause, row.MessageId))
        .ToList();

    /// <summary>Writes all of it, or nothing; durable when this returns.</summary>
    /// <param name="commit">What to write.</param>
    /// <param name="flushed">Changes up to this instant of recording are in the engine.</param>
    public void Write(LiveCommit commit, DateTimeOffset? flushed)
    {
        using var transaction = connection.BeginTransaction();
        using (var writer = new LiveFileWriter(connection, transaction))
        {
            foreach (var (id, text) in commit.Layouts.Where(layout => !layouts.Contains(layout.Key)))
            {
                writer.Layout(id, text);
            }

            // In this order: who is heard of again after being forgotten is kept, and who is asked for again after being put together waits.
            commit.Removed.ForEach(writer.Remove);
            commit.States.ForEach(writer.State);
            commit.Rebuilt.ForEach(writer.Rebuilt);
            commit.Rebuilds.ForEach(writer.Rebuild);
            commit.Passes.ForEach(writer.Pass);
            foreach (var change in commit.Changes)
            {
                writer.Change(change);
            }

            writer.Round(commit.Round, commit.Clean);
            if (commit.Evaluated is { } evaluated)
            {
                writer.Evaluated(evaluated);
            }

            if (flushed is { } instant)
            {
                writer.Flushed(instant);
            }
        }

        transaction.Commit();
        layouts.UnionWith(commit.Layouts.Keys);
    }

    public void Dispose()
    {
        find.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
