namespace Tessera.Segments.Sql;

/// <summary>
/// Columns of lists: what is computed from them is computed item by item. Lists that something is computed from together have as many items as one
/// another, in the same order.
/// </summary>
/// <param name="columns">Where they stand.</param>
internal sealed class ListColumns(ColumnStack columns) : IColumns
{
    private readonly HashSet<string> lists = new(StringComparer.Ordinal);

    /// <summary>Makes a column one whose items others are computed from.</summary>
    internal string Add(string name)
    {
        lists.Add(name);
        return name;
    }

    /// <inheritdoc/>
    public string Define(string sql)
    {
        if (lists.Contains(sql))
        {
            return sql;
        }

        var names = string.Join(", ", ColumnStack.NamesIn(sql).Where(lists.Contains).Distinct(StringComparer.Ordinal));
        return Add(columns.Define($"arrayMap(({names}) -> {sql}, {names})"));
    }
}
