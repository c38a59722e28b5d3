using Microsoft.Data.Sqlite;
using Tessera.Domain;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary>The statements of one commit, each prepared when it is used first.</summary>
internal sealed class LiveFileWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public void Layout(ulong id, string text) => Run("INSERT OR IGNORE INTO layouts (id, text) VALUES ($0, $1)", unchecked((long)id), text);

    public void State(StateRow row) => Run(
        """
        INSERT INTO states (workspace, profile, plan, round, next, state) VALUES ($0, $1, $2, $3, $4, $5)
        ON CONFLICT (workspace, profile) DO UPDATE SET plan = excluded.plan, round = excluded.round, next = excluded.next, state = excluded.state
        """,
        row.Workspace.Value,
        PlaceBytes.Write(row.Profile),
        row.Plan,
        row.Round,
        row.Next is { } next ? PlaceBytes.Write(next) : DBNull.Value,
        row.State);

    public void Remove((WorkspaceKey Workspace, Guid Profile) customer) =>
        Run("DELETE FROM states WHERE workspace = $0 AND profile = $1", customer.Workspace.Value, PlaceBytes.Write(customer.Profile));

    public void Rebuild(RebuildRow row) => Run(
        """
        INSERT INTO rebuilds (workspace, profile, history, cause) VALUES ($0, $1, $2, $3)
        ON CONFLICT (workspace, profile) DO UPDATE SET history = max(history, excluded.history)
        """,
        row.Workspace.Value,
        PlaceBytes.Write(row.Profile),
        row.History ? 1 : 0,
        row.Cause);

    public void Rebuilt((WorkspaceKey Workspace, Guid Profile) customer) =>
        Run("DELETE FROM rebuilds WHERE workspace = $0 AND profile = $1", customer.Workspace.Value, PlaceBytes.Write(customer.Profile));

    public void Pass((WorkspaceKey Workspace, PassRow Pass) row) => Run(
        "INSERT OR REPLACE INTO passes (workspace, plan, after, history) VALUES ($0, $1, $2, $3)",
        row.Workspace.Value,
        row.Pass.Plan,
        row.Pass.After is { } after ? PlaceBytes.Write(after) : DBNull.Value,
        row.Pass.History ? 1 : 0);

    public void Change(ChangeRow row) => Run(
        "INSERT INTO changes (workspace, segment, profile, time, entered, recorded_at, cause, message_id) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
        row.Workspace,
        row.Segment,
        PlaceBytes.Write(row.ProfileId),
        PlaceBytes.Write(row.Time),
        row.Entered ? 1 : 0,
        PlaceBytes.Write(row.RecordedAt),
        row.Cause,
        row.MessageId);

    public void Round(RoundRow round, long clean)
    {
        Run("INSERT INTO rounds (number, positions, duplicates) VALUES ($0, $1, $2)", round.Number, PlaceBytes.Write(round.Positions), PlaceBytes.Write(round.Duplicates));

        // The clean one stays: replaying begins at its positions.
        Run("DELETE FROM rounds WHERE number < $0", clean);
        Run("UPDATE live SET clean = $0", clean);
    }

    public void Evaluated(DateTimeOffset instant) => Run("INSERT OR REPLACE INTO clock (id, evaluated) VALUES (1, $0)", PlaceBytes.Write(instant));

    public void Flushed(DateTimeOffset through) => Run("DELETE FROM changes WHERE recorded_at <= $0", PlaceBytes.Write(through));

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }

    private void Run(string sql, params ReadOnlySpan<object> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "$" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
                command.Parameters.Add(parameter);
            }

            commands.Add(sql, command);
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        command.ExecuteNonQuery();
    }
}
