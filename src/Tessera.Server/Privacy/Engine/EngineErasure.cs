using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Privacy.Engine;

/// <summary>Takes a person out of the engine: first out of every answer, then out of its files.</summary>
/// <remarks>Which tables there are is asked each time: whatever has a column <c>profile_id</c> or <c>node_id</c> is covered, also the staging tables of imports.</remarks>
internal sealed class EngineErasure(ClickHouseClient engine, TimeProvider time)
{
    private const string Rejected = "rejected_events";
    private const int MostTexts = 200;
    private const int MostPlaces = 5000;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OldPartsPatience = TimeSpan.FromMinutes(20);

    private static readonly Statement Tables = new(EmbeddedSql.Read("Privacy/Engine/Tables.sql"));

    private static readonly Statement RejectedWithQuoted = new(
        """
        SELECT log_partition, log_position FROM rejected_events
        WHERE workspace = {workspace:String} AND received_at <= {until:DateTime64(6, 'UTC')} AND multiSearchAny(body, {texts:Array(String)})
        """);

    private static readonly Statement RejectedWithTelling = new(
        """
        SELECT log_partition, log_position FROM rejected_events
        WHERE workspace = {workspace:String} AND received_at <= {until:DateTime64(6, 'UTC')} AND multiSearchAnyCaseInsensitiveUTF8(body, {texts:Array(String)})
        """);

    private static readonly Statement DeleteRejected = new(
        "DELETE FROM rejected_events WHERE workspace = {workspace:String} AND (log_partition, log_position) IN {places:Array(Tuple(UInt16, UInt64))}");

    private static readonly Statement MarkedTables = new(
        "SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND active AND has_lightweight_delete ORDER BY table");

    private static readonly Statement OldParts = new(
        "SELECT concat(table, '/', name) AS part FROM system.parts WHERE database = currentDatabase() AND NOT active AND table IN {tables:Array(String)}");

    /// <summary>The tables that keep something of profiles.</summary>
    public Task<List<PersonTable>> TablesAsync(CancellationToken cancellationToken) => engine.ListAsync<PersonTable>(Tables, cancellationToken);

    /// <summary>Deletes the rows of a person: from now on no answer has them. Their bytes are in files until <see cref="CompactAsync"/>.</summary>
    public async Task DeleteAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        foreach (var table in await TablesAsync(cancellationToken))
        {
            await DeleteAsync(table.Name, table.Condition, statement => Filled(statement, table, person), cancellationToken);
        }

        await DeleteRejectedAsync(RejectedWithQuoted, person.Quoted, person, cancellationToken);
        await DeleteRejectedAsync(RejectedWithTelling, person.Telling, person, cancellationToken);
    }

    /// <summary>Writes the parts anew that deleted rows are in, and returns once the old ones are off the disk.</summary>
    /// <exception cref="TesseraException">The engine still keeps old parts, such as for a statement that reads them; try again.</exception>
    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        var marked = await engine.ListAsync<string>(MarkedTables, cancellationToken);
        foreach (var table in marked)
        {
            await engine.ExecuteAsync(
                new Statement("ALTER TABLE {table:Identifier} APPLY DELETED MASK SETTINGS mutations_sync = 2").With("table", table).WithTimeout(Patience).AsIdempotent(), cancellationToken);
        }

        // Those of an earlier try too, which a crash broke off.
        var tables = (await TablesAsync(cancellationToken)).Select(table => table.Name).Append(Rejected).ToList();
        var old = (await OldPartsAsync(tables, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (old.Count > 0)
        {
            var waited = old.Select(part => part[..part.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).ToList();
            await SetAsync(waited, "MODIFY SETTING old_parts_lifetime = 1, cleanup_delay_period = 1, cleanup_delay_period_random_add = 0, max_cleanup_delay_period = 1", cancellationToken);
            await GoneAsync(old, waited, cancellationToken);
            await SetAsync(waited, "RESET SETTING old_parts_lifetime, cleanup_delay_period, cleanup_delay_period_random_add, max_cleanup_delay_period", cancellationToken);
        }
    }

    private async Task GoneAsync(HashSet<string> old, IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (old.Overlaps(await OldPartsAsync(tables, cancellationToken)))
        {
            if (time.GetElapsedTime(started) > OldPartsPatience)
            {
                throw new TesseraException("The engine keeps files from before the erasure, perhaps because a statement reads them.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private Task<List<string>> OldPartsAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) =>
        engine.ListAsync<string>(OldParts.With("tables", tables), cancellationToken);

    private async Task SetAsync(IEnumerable<string> tables, string change, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await engine.ExecuteAsync(new Statement($"ALTER TABLE {{table:Identifier}} {change}").With("table", table).AsIdempotent(), cancellationToken);
        }
    }

    // By their places in the log: the engine keeps the texts of its mutations in files for a while, and they must not name the person.
    private async Task DeleteRejectedAsync(Statement statement, IReadOnlyList<string> named, ErasedPerson person, CancellationToken cancellationToken)
    {
        foreach (var texts in named.Chunk(MostTexts))
        {
            var found = await engine.ListAsync<(ushort Partition, ulong Position)>(
                statement.With("workspace", person.Workspace.Value).With("until", person.RequestedAt).With("texts", texts).WithTimeout(Patience), cancellationToken);
            foreach (var places in found.Chunk(MostPlaces))
            {
                await engine.ExecuteAsync(
                    DeleteRejected.With("workspace", person.Workspace.Value).With("places", places).WithTimeout(Patience).AsIdempotent(), cancellationToken);
            }
        }
    }

    // Where there is nothing, the engine would still write every part of the table anew.
    private async Task DeleteAsync(string table, string condition, Func<Statement, Statement> fill, CancellationToken cancellationToken)
    {
        var rows = await engine.SingleAsync<long>(
            fill(new Statement($"SELECT toInt64(count()) FROM {{table:Identifier}} WHERE {condition}").With("table", table)).WithTimeout(Patience), cancellationToken);
        if (rows > 0)
        {
            await engine.ExecuteAsync(
                fill(new Statement($"DELETE FROM {{table:Identifier}} WHERE {condition}").With("table", table)).WithTimeout(Patience).AsIdempotent(), cancellationToken);
        }
    }

    private static Statement Filled(Statement statement, PersonTable table, ErasedPerson person)
    {
        var filled = statement.With("nodes", person.Nodes);
        filled = table.HasWorkspace ? filled.With("workspace", person.Workspace.Value) : filled;
        return table.HasReceived ? filled.With("until", person.RequestedAt) : filled;
    }
}
