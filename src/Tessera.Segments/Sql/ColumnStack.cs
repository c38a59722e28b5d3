using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tessera.Segments.Sql;

/// <summary>
/// Columns computed from other columns, every expression once. They are rendered as subqueries around one another, each with only the columns that
/// those around it use, and as few as it goes: the engine analyses a statement in time that grows with all columns of all subqueries.
/// </summary>
/// <param name="prefix">What their names start with, different for every stack of a statement.</param>
internal sealed partial class ColumnStack(string prefix) : IColumns
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column> columns = new(StringComparer.Ordinal);

    /// <summary>The name of a column with this expression over the columns of the stack and those it stands on.</summary>
    public string Define(string sql)
    {
        if (names.TryGetValue(sql, out var name))
        {
            return name;
        }

        name = prefix + names.Count.ToString(CultureInfo.InvariantCulture);
        names.Add(sql, name);
        columns.Add(name, new Column(columns.Count, sql, [.. NamesIn(sql)], 0));
        return name;
    }

    /// <summary>The name of a column whose expression is known later, and stands on none that was defined after this.</summary>
    internal string Declare()
    {
        var name = prefix + "d" + columns.Count.ToString(CultureInfo.InvariantCulture);
        columns.Add(name, new Column(columns.Count, string.Empty, [], 0));
        return name;
    }

    /// <summary>Gives a declared column its expression.</summary>
    internal void Complete(string name, string sql) => columns[name] = new Column(columns[name].Order, sql, [.. NamesIn(sql)], 0);

    /// <summary>The stack on top of a SELECT.</summary>
    /// <param name="select">The SELECT.</param>
    /// <param name="given">Its columns.</param>
    /// <param name="wanted">The columns, of the stack or of the SELECT, that are needed.</param>
    internal string On(string select, IEnumerable<string> given, IEnumerable<string> wanted)
    {
        var below = given.ToHashSet(StringComparer.Ordinal);
        var open = wanted.Where(name => below.Contains(name) || columns.ContainsKey(name)).ToHashSet(StringComparer.Ordinal);
        var used = Used(open);
        var text = new StringBuilder();
        var depth = 0;
        for (var level = used.Values.Select(column => column.Level).DefaultIfEmpty(-1).Max(); level >= 0; level--)
        {
            var here = open.Where(name => used.TryGetValue(name, out var column) && column.Level == level).Order(StringComparer.Ordinal).ToList();
            if (here.Count == 0)
            {
                continue;
            }

            open.ExceptWith(here);
            text.Append("SELECT ").AppendJoin(", ", open.Order(StringComparer.Ordinal).Concat(here.Select(name => $"\n  {used[name].Sql} AS {name}"))).Append("\nFROM (\n");
            open.UnionWith(here.SelectMany(name => used[name].Names).Where(name => below.Contains(name) || used.ContainsKey(name)));
            depth++;
        }

        return text.Append(select).Insert(text.Length, "\n)", depth).ToString();
    }

    /// <summary>Whatever in an expression may be the name of a column.</summary>
    internal static IEnumerable<string> NamesIn(string sql) => Name().Matches(sql).Select(match => match.Value);

    // The columns that others need. One that a single place needs is written out there, except inside of a function of list items, where it would be
    // computed for every item.
    private Dictionary<string, Column> Used(HashSet<string> wanted)
    {
        var places = Places(wanted);
        Dictionary<string, Column> used = new(StringComparer.Ordinal);
        foreach (var (name, column) in columns.Where(entry => places.ContainsKey(entry.Key)).OrderBy(entry => entry.Value.Order))
        {
            var inside = column.Sql.Contains("->", StringComparison.Ordinal)
                ? []
                : column.Names.Where(other => used.ContainsKey(other) && places[other] == 1 && !wanted.Contains(other)).ToHashSet(StringComparer.Ordinal);
            var all = column.Names.Where(other => !inside.Contains(other)).Concat(inside.SelectMany(other => used[other].Names)).ToList();
            used.Add(name, new Column(
                column.Order,
                inside.Count == 0 ? column.Sql : Name().Replace(column.Sql, match => inside.Contains(match.Value) ? $"({used[match.Value].Sql})" : match.Value),
                all,
                all.Select(other => used.TryGetValue(other, out var below) ? below.Level + 1 : 0).DefaultIfEmpty().Max()));
        }

        return used;
    }

    // In how many places each column is named by those that are needed.
    private Dictionary<string, int> Places(HashSet<string> wanted)
    {
        var places = wanted.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        Stack<string> open = new(wanted);
        while (open.TryPop(out var name))
        {
            if (!columns.TryGetValue(name, out var column))
            {
                continue;
            }

            foreach (var other in column.Names.Where(columns.ContainsKey))
            {
                if (places.TryAdd(other, 0))
                {
                    open.Push(other);
                }

                places[other]++;
            }
        }

        return places;
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    private sealed record Column(int Order, string Sql, IReadOnlyList<string> Names, int Level);
}
