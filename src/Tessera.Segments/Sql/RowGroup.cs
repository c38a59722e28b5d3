using System.Globalization;

namespace Tessera.Segments.Sql;

/// <summary>Rows of one source, columns computed from them, and their aggregates per customer (or company): each only once.</summary>
/// <param name="prefix">What the names of its columns start with.</param>
/// <param name="key">What rows are grouped by.</param>
internal sealed class RowGroup(string prefix, string key)
{
    private readonly Dictionary<string, string> aggregates = new(StringComparer.Ordinal);
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);
    private Moments? moments;

    internal string Prefix => prefix;

    internal ColumnStack Rows { get; } = new(prefix + "r");

    /// <summary>Columns computed from the aggregates, before anything is joined to them.</summary>
    internal ColumnStack Totals { get; } = new(prefix + "t");

    /// <summary>When the rows were, and lists of what they have.</summary>
    internal Moments Moments => moments ??= new Moments(this);

    internal string Key => key;

    internal bool IsUsed => shown.Count > 0;

    /// <summary>The names of the columns that others may use.</summary>
    internal IEnumerable<string> Names => shown;

    /// <summary>An aggregate that others may use.</summary>
    internal string Aggregate(string sql)
    {
        var name = Gather(sql);
        shown.Add(name);
        return name;
    }

    /// <summary>A column computed from aggregates that others may use: 0 or empty for whom there are no rows.</summary>
    internal string Total(string sql)
    {
        var name = Totals.Define(sql);
        shown.Add(name);
        return name;
    }

    /// <summary>An aggregate for the columns of <see cref="Totals"/> alone.</summary>
    internal string Gather(string sql) => Gather(sql, prefix + "a" + aggregates.Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same, with a name of its own unless it is there already.</summary>
    internal string Gather(string sql, string name)
    {
        if (aggregates.TryGetValue(sql, out var known))
        {
            return known;
        }

        aggregates.Add(sql, name);
        return name;
    }

    /// <summary>A row for each key.</summary>
    internal string Select(string rows, IEnumerable<string> given)
    {
        moments?.Gather();
        var grouped = $"SELECT {key},\n  {string.Join(",\n  ", aggregates.Select(entry => $"{entry.Key} AS {entry.Value}"))}\nFROM (\n{Rows.On(rows, given, [key, .. aggregates.Keys.SelectMany(ColumnStack.NamesIn)])}\n)\nGROUP BY {key}";
        return Totals.On(grouped, [key, .. aggregates.Values], [key, .. shown]);
    }
}
