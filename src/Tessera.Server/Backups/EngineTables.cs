using Tessera.ClickHouse;

namespace Tessera.Server.Backups;

/// <summary>Counts the rows of the engine's tables.</summary>
internal static class EngineTables
{
    private static readonly Statement Rows = new(
        """
        SELECT name, toInt64(ifNull(total_rows, 0)) AS rows
        FROM system.tables
        WHERE database = {database:String} AND engine LIKE '%MergeTree'
        ORDER BY name
        """);

    /// <summary>How many rows each table has, by its name; those that are empty are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(ClickHouseClient engine, string database, CancellationToken cancellationToken) =>
        (await engine.ListAsync<(string Name, long Rows)>(Rows.With("database", database), cancellationToken))
            .Where(table => table.Rows > 0)
            .ToDictionary(table => table.Name, table => table.Rows, StringComparer.Ordinal);
}
