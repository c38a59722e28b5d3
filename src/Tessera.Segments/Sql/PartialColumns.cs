namespace Tessera.Segments.Sql;

/// <summary>
/// Columns that only some rows have a value in: lists of one value there and empty ones elsewhere, so that whatever is computed from them costs next to
/// nothing for the other rows. Columns computed from several of these must have their values in the same rows.
/// </summary>
/// <param name="rows">What they are computed from.</param>
internal sealed class PartialColumns(ColumnStack rows) : IColumns
{
    private readonly HashSet<string> partial = new(StringComparer.Ordinal);

    /// <summary>A column with the expression's value in the rows that a condition holds for.</summary>
    internal string Where(string condition, string sql) => Add($"if({condition}, [{sql}], [])");

    /// <summary>A column of all rows: 0, NULL or empty where the partial one has no value.</summary>
    internal string Everywhere(string name) => rows.Define($"{name}[1]");

    /// <inheritdoc/>
    public string Define(string sql)
    {
        if (partial.Contains(sql))
        {
            return sql;
        }

        var names = string.Join(", ", ColumnStack.NamesIn(sql).Where(partial.Contains).Distinct(StringComparer.Ordinal));
        return Add($"arrayMap(({names}) -> {sql}, {names})");
    }

    private string Add(string sql)
    {
        var name = rows.Define(sql);
        partial.Add(name);
        return name;
    }
}
