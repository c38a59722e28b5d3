using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tessera.Segments.Sql;

/// <summary>
/// Columns computed from other columns, every expression once. They are rendered as subqueries around one another, each with only the columns that
/// those around it use: the engine analyses a statement in time that grows with all columns of all subqueries.
/// </summary>
/// <param name="prefix">What their names start with, different for every stack of a statement.</param>
internal sealed partial class ColumnStack(string prefix)
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column> columns = new(StringComparer.Ordinal);

    /// <summary>The name of a column with this expression over the columns of the stack and those it stands on.</summary>
    internal string Define(string sql)
    {
        if (names.TryGetValue(sql, out var name))
        {
            return name;
        }

        name = prefix + names.Count.ToString(CultureInfo.InvariantCulture);
        var level = NamesIn(sql).Select(other => columns.TryGetValue(other, out var below) ? below.Level + 1 : 0).DefaultIfEmpty().Max();
        names.Add(sql, name);
        columns.Add(name, new Column(sql, level));
        return name;
    }

    /// <summary>The stack on top of a SELECT.</summary>
    /// <param name="select">The SELECT.</param>
    /// <param name="given">Its columns.</param>
    /// <param name="wanted">The columns, of the stack or of the SELECT, that are needed.</param>
    internal string On(string select, IEnumerable<string> given, IEnumerable<string> wanted)
    {
        var known = given.Concat(columns.Keys).ToHashSet(StringComparer.Ordinal);
        var open = wanted.Where(known.Contains).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        var depth = 0;
        for (var level = columns.Values.Select(column => column.Level).DefaultIfEmpty(-1).Max(); level >= 0; level--)
        {
            var here = open.Where(name => columns.TryGetValue(name, out var column) && column.Level == level).Order(StringComparer.Ordinal).ToList();
            if (here.Count == 0)
            {
                continue;
            }

            open.ExceptWith(here);
            text.Append("SELECT ").AppendJoin(", ", open.Order(StringComparer.Ordinal).Concat(here.Select(name => $"\n  {columns[name].Sql} AS {name}"))).Append("\nFROM (\n");
            open.UnionWith(here.SelectMany(name => NamesIn(columns[name].Sql)).Where(known.Contains));
            depth++;
        }

        return text.Append(select).Insert(text.Length, "\n)", depth).ToString();
    }

    /// <summary>Whatever in an expression may be the name of a column.</summary>
    internal static IEnumerable<string> NamesIn(string sql) => Name().Matches(sql).Select(match => match.Value);

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    private sealed record Column(string Sql, int Level);
}
