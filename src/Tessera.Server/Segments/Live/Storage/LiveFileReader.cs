using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Domain;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary>Reads what is committed in the file, beside the one who writes it.</summary>
internal sealed class LiveFileReader : IDisposable
{
    private readonly SqliteConnection connection;

    public LiveFileReader(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
    }

    /// <summary>The states of some customers, as far as there are any.</summary>
    public Dictionary<Guid, StateRow> Find(WorkspaceKey workspace, IEnumerable<Guid> profiles)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT plan, round, next, state FROM states WHERE workspace = $workspace AND profile = $profile";
        command.Parameters.AddWithValue("$workspace", workspace.Value);
        var parameter = command.Parameters.Add("$profile", SqliteType.Blob);
        Dictionary<Guid, StateRow> rows = [];
        foreach (var profile in profiles)
        {
            parameter.Value = PlaceBytes.Write(profile);
            using var reader = command.ExecuteReader();
            if (reader.Read())
            {
                rows.Add(profile, new StateRow(
                    workspace, profile, reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : PlaceBytes.Instant(reader.GetInt64(2)), (byte[])reader.GetValue(3)));
            }
        }

        return rows;
    }

    /// <summary>The layout of an id, or null.</summary>
    public string? Layout(ulong id) => connection.QuerySingleOrDefault<string>("SELECT text FROM layouts WHERE id = @Id", new { Id = unchecked((long)id) });

    /// <summary>How many customers have a state, and how many of them may change by themselves.</summary>
    public (long Customers, long Timers) Count() =>
        (connection.ExecuteScalar<long>("SELECT count(*) FROM states"), connection.ExecuteScalar<long>("SELECT count(*) FROM states WHERE next IS NOT NULL"));

    /// <summary>Moves what was committed to its place in the file, as far as nobody reads it.</summary>
    public void Checkpoint() => connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Moves all that was committed to its place in the file and empties the write-ahead file, so that nothing of what was deleted is in either.</summary>
    /// <exception cref="IOException">Somebody reads just now; try again.</exception>
    public void Empty()
    {
        if (connection.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        {
            throw new IOException($"{connection.DataSource} is being read.");
        }
    }

    public void Dispose() => connection.Dispose();
}
