using Tessera.ClickHouse.Codecs;

namespace Tessera.ClickHouse.Rows;

/// <summary>Which columns of a table the rows of a .NET type fill, and the code that writes them.</summary>
internal sealed class InsertPlan<T>
{
    private readonly IReadOnlyList<Column> columns;
    private readonly Action<RowWriter, T> write;

    private InsertPlan(TableName table, IReadOnlyList<Column> columns, Action<RowWriter, T> write)
    {
        this.columns = columns;
        this.write = write;
        Sql = $"INSERT INTO {table.ToSql()} ({string.Join(", ", columns.Select(column => TableName.Quote(column.Name)))}) "
            + "FORMAT RowBinaryWithNamesAndTypes";
    }

    /// <summary>The statement that the rows follow.</summary>
    public string Sql { get; }

    /// <summary>Matches a row type with a table.</summary>
    /// <exception cref="ClickHouseMappingException">They do not fit.</exception>
    public static InsertPlan<T> For(TableName table, TableSchema schema, RowCode code)
    {
        var filled = RowShape.IsScalar(typeof(T)) || RowShape.IsValueTuple(typeof(T))
            ? schema.Columns.Where(column => column.TakesValues).Select(column => column.Column).ToList()
            : Named(table, schema.Columns);
        return new InsertPlan<T>(table, filled, code.Writer<T>(filled));
    }

    /// <summary>Writes what stands before the first row: names and types.</summary>
    public void WriteHeader(RowWriter writer)
    {
        writer.WriteLength(columns.Count);
        foreach (var column in columns)
        {
            writer.WriteText(column.Name);
        }

        foreach (var column in columns)
        {
            writer.WriteText(column.Type.Text);
        }
    }

    /// <summary>Writes one row.</summary>
    /// <exception cref="ClickHouseMappingException">A value does not fit its column.</exception>
    public void WriteRow(RowWriter writer, T row)
    {
        try
        {
            write(writer, row);
        }
        catch (Exception exception) when (exception is ValueException or OverflowException or ArgumentException)
        {
            throw columns[writer.Column].Unfit(typeof(T), exception);
        }
    }

    private static List<Column> Named(TableName table, IReadOnlyList<TableColumn> tableColumns)
    {
        var byName = tableColumns.ToDictionary(column => MemberNames.Normalize(column.Column.Name), StringComparer.Ordinal);
        List<Column> filled = [];
        foreach (var member in RowShape.Of(typeof(T)).Members)
        {
            if (!byName.Remove(MemberNames.Normalize(member.Name), out var column) || !column.TakesValues)
            {
                throw new ClickHouseMappingException(
                    $"{TypeNames.Of(typeof(T))} has '{member.Name}', but table {table} has no column for it that can be inserted; "
                    + $"it has {string.Join(", ", tableColumns.Select(candidate => candidate.Column.Name))}.",
                    member.Name,
                    null,
                    member.Type);
            }

            filled.Add(column.Column);
        }

        if (byName.Values.FirstOrDefault(column => column.NeedsValues) is { } missing)
        {
            throw new ClickHouseMappingException(
                $"Table {table} needs a value for column '{missing.Column.Name}' ({missing.Column.Type}), and {TypeNames.Of(typeof(T))} has none: "
                + "add it, or give the column a DEFAULT.",
                missing.Column.Name,
                missing.Column.Type.Text,
                typeof(T));
        }

        return filled;
    }
}
