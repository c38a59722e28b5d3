namespace Tessera.ClickHouse;

/// <summary>The name of a table, safely quoted for SQL.</summary>
/// <param name="Database">The database, or null for the client's own.</param>
/// <param name="Table">The table.</param>
public readonly record struct TableName(string? Database, string Table)
{
    /// <summary>Reads <c>table</c> or <c>database.table</c>; further dots are not allowed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The text is empty, has an empty part or more than two parts.</exception>
    public static TableName Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.Split('.') switch
        {
            [var table] => new TableName(null, table),
            [{ Length: > 0 } database, { Length: > 0 } table] => new TableName(database, table),
            _ => throw new ArgumentException($"'{text}' is not a table name: write table or database.table.", nameof(text)),
        };
    }

    /// <summary>Quotes any text as one SQL identifier, whatever it contains.</summary>
    /// <param name="identifier">The name of a column, table or database; not empty.</param>
    /// <returns>The name in backquotes with its special characters escaped.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static string Quote(string identifier)
    {
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        return $"`{identifier.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";
    }

    /// <summary>The name quoted for SQL.</summary>
    public string ToSql() => Database is null ? Quote(Table) : $"{Quote(Database)}.{Quote(Table)}";

    /// <summary>The name as people write it.</summary>
    public override string ToString() => Database is null ? Table : $"{Database}.{Table}";
}
