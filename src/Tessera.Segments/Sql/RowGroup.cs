using System.Globalization;

namespace Tessera.Segments.Sql;

/// <summary>Rows of one source, columns computed from them, and their aggregates per customer (or company): each only once.</summary>
/// <param name="prefix">What the names of its columns start with.</param>
/// <param name="key">What rows are grouped by.</param>
internal sealed class RowGroup(string prefix, string key)
{
    private readonly Dictionary<string, string> aggregates = new(StringComparer.Ordinal);

    internal ColumnStack Rows { get; } = new(prefix + "r");

    internal string Key => key;

    internal bool IsUsed => aggregates.Count > 0;

    /// <summary>The names of the aggregates.</summary>
    internal IEnumerable<string> Names => aggregates.Values;

    internal string Aggregate(string sql)
    {
        if (!aggregates.TryGetValue(sql, out var name))
        {
            name = prefix + "a" + aggregates.Count.ToString(CultureInfo.InvariantCulture);
            aggregates.Add(sql, name);
        }

        return name;
    }

    /// <summary>A row for each key.</summary>
    internal string Select(string rows, IEnumerable<string> given) =>
        $"SELECT {key},\n  {string.Join(",\n  ", aggregates.Select(entry => $"{entry.Key} AS {entry.Value}"))}\nFROM (\n{Rows.On(rows, given, [key, .. aggregates.Keys.SelectMany(ColumnStack.NamesIn)])}\n)\nGROUP BY {key}";
}
