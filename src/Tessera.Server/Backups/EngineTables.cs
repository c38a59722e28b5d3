using Tessera.ClickHouse;

namespace Tessera.Server.Backups;

/// <summary>Counts the rows of the engine's tables.</summary>
internal static class EngineTables
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly Statement Tables = new(
        """
        SELECT name, engine
        FROM system.tables
        WHERE database = {database:String} AND engine LIKE '%MergeTree' AND engine_full NOT LIKE '% TTL %'
        ORDER BY name
        """);

    /// <summary>How many rows each table has, by its name; those that are empty are left out.</summary>
    /// <remarks>
    /// As a question sees them: of several versions of a row one counts, and what was deleted does not. Merging, which goes on in the background
    /// all the while, takes those out of the files and so changes how many rows these have, but never what is counted here. Tables whose rows expire by
    /// themselves are left out.
    /// </remarks>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(ClickHouseClient engine, string database, CancellationToken cancellationToken)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (var (table, kind) in await engine.ListAsync<(string Name, string Engine)>(Tables.With("database", database), cancellationToken))
        {
            var once = kind == "MergeTree" ? "" : " FINAL";
            var rows = await engine.SingleAsync<long>(
                new Statement($"SELECT toInt64(count()) FROM {{database:Identifier}}.{{table:Identifier}}{once}")
                    .With("database", database).With("table", table).WithTimeout(Patience),
                cancellationToken);
            if (rows > 0)
            {
                counts.Add(table, rows);
            }
        }

        return counts;
    }
}
