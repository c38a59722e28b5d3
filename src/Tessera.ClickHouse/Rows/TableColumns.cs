using System.Collections.Concurrent;
using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Rows;

/// <summary>Knows the columns of tables, asking the engine once per table and again after a mismatch.</summary>
internal sealed class TableColumns(ClickHouseClient client)
{
    private static readonly Statement Columns = Statement.Embedded(typeof(TableColumns), "TableColumns.sql");

    private readonly ConcurrentDictionary<(Uri Endpoint, string Database, string Table), IReadOnlyList<TableColumn>> known = new();

    /// <summary>The columns in the table's order.</summary>
    /// <exception cref="ClickHouseException">There is no such table.</exception>
    public async ValueTask<IReadOnlyList<TableColumn>> OfAsync(TableName table, CancellationToken cancellationToken)
    {
        var options = client.Options;
        var database = table.Database ?? options.Database;
        if (known.TryGetValue((options.Endpoint, database, table.Table), out var columns))
        {
            return columns;
        }

        var statement = Columns.With("database", database).With("table", table.Table);
        var rows = await client.ListAsync<(string Name, string Type, string DefaultKind)>(statement, cancellationToken).ConfigureAwait(false);
        columns = [.. rows.Select(row => new TableColumn(new Column(row.Name, TypeParser.Parse(row.Type)), row.DefaultKind))];
        if (columns.Count == 0)
        {
            throw new ClickHouseException(UnknownTable, "UNKNOWN_TABLE", $"There is no table {table} in the database {database}.", null);
        }

        known[(options.Endpoint, database, table.Table)] = columns;
        return columns;
    }

    /// <summary>Forgets a table whose columns are not as they were known.</summary>
    public void Forget(TableName table)
    {
        var options = client.Options;
        known.TryRemove((options.Endpoint, table.Database ?? options.Database, table.Table), out _);
    }

    private const int UnknownTable = 60;
}
