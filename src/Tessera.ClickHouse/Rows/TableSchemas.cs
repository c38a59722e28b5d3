using System.Collections.Concurrent;

namespace Tessera.ClickHouse.Rows;

/// <summary>Knows the schemas of tables, asking the engine once per table and again after a mismatch.</summary>
internal sealed class TableSchemas(ClickHouseClient client)
{
    private const int UnknownTable = 60;

    private static readonly Statement Query = Statement.Embedded(typeof(TableSchemas), "TableSchema.sql");

    private readonly ConcurrentDictionary<(Uri Endpoint, string Database, string Table), TableSchema> known = new();

    /// <summary>The schema of a table.</summary>
    /// <exception cref="ClickHouseException">There is no such table.</exception>
    public async ValueTask<TableSchema> OfAsync(TableName table, CancellationToken cancellationToken)
    {
        var options = client.Options;
        var database = table.Database ?? options.Database;
        if (known.TryGetValue((options.Endpoint, database, table.Table), out var schema))
        {
            return schema;
        }

        var statement = Query.With("database", database).With("table", table.Table);
        var rows = await client
            .ListAsync<(string Name, string Type, string DefaultKind, string? Engine)>(statement, cancellationToken)
            .ConfigureAwait(false);
        if (rows.Count == 0)
        {
            throw new ClickHouseException(UnknownTable, "UNKNOWN_TABLE", $"There is no table {table.Table} in the database {database}.", null);
        }

        var columns = rows.Select(row => new TableColumn(Column.Parse(row.Name, row.Type), row.DefaultKind));
        schema = new TableSchema([.. columns], rows[0].Engine ?? "");
        known[(options.Endpoint, database, table.Table)] = schema;
        return schema;
    }

    /// <summary>Forgets a table whose columns are not as they were known.</summary>
    public void Forget(TableName table)
    {
        var options = client.Options;
        known.TryRemove((options.Endpoint, table.Database ?? options.Database, table.Table), out _);
    }
}
