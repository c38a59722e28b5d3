using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Reads the target out of a table.</summary>
internal static class TargetReading
{
    private const int LeastRows = 20;
    private static readonly string[] Affirmative = ["1", "yes", "true", "y", "t"];

    /// <summary>The rows that have a target.</summary>
    /// <exception cref="CommandFailure">They are too few.</exception>
    public static Table RowsWithTarget(Table table, string path, string target, ICollection<string> notices)
    {
        var column = table[target];
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => !column.IsMissing(row))];
        if (rows.Length < LeastRows)
        {
            throw new CommandFailure($"{path} has {rows.Length} rows with a {target}; at least {LeastRows} are needed to learn and to test.");
        }

        if (rows.Length == table.RowCount)
        {
            return table;
        }

        notices.Add($"{table.RowCount - rows.Length} rows without a {target} were left out.");
        return table.Take(rows);
    }

    /// <summary>Which value of the target is predicted.</summary>
    /// <exception cref="CommandFailure">There is one class only, or it must be said which.</exception>
    public static string Positive(Column target, string? asked, ICollection<string> notices)
    {
        var counts = Enumerable.Range(0, target.Count).Select(row => target.Text(row)!).CountBy(value => value, StringComparer.Ordinal).OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).ToList();
        if (counts.Count == 1)
        {
            throw new CommandFailure($"All rows have the same {target.Name} ({counts[0].Key}): there is nothing to tell apart.");
        }

        var some = string.Join(", ", counts.Take(10).Select(each => each.Key)) + (counts.Count > 10 ? ", …" : "");
        if (asked is not null)
        {
            return counts.Any(each => each.Key == asked) ? asked : throw new CommandFailure($"No row has the {target.Name} \"{asked}\"; the values are {some}.");
        }

        if (counts.Count > 2)
        {
            throw new CommandFailure($"{target.Name} has {counts.Count} values ({some}); say which one to predict with --positive.");
        }

        if (counts.Select(each => each.Key).FirstOrDefault(value => Affirmative.Contains(value, StringComparer.OrdinalIgnoreCase)) is { } yes)
        {
            return yes;
        }

        notices.Add($"What is predicted is {target.Name} = {counts[^1].Key}, the rarer value; choose with --positive.");
        return counts[^1].Key;
    }

    /// <summary>The target as numbers: 1 for the positive value and 0 for others, or the number itself.</summary>
    /// <exception cref="CommandFailure">It is to be a number and is none, or not finite.</exception>
    public static double[] Values(Table table, string path, string target, string? positive)
    {
        var column = table[target];
        if (positive is not null)
        {
            return [.. Enumerable.Range(0, column.Count).Select(row => column.Text(row) == positive ? 1.0 : 0.0)];
        }

        if (column is not NumericColumn numeric)
        {
            throw new CommandFailure($"{target} is no number in {path}; use learn classify to predict one of its values.");
        }

        var infinite = numeric.Values.IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
        return infinite < 0 ? numeric.Values.ToArray() : throw new CommandFailure($"{path} has an infinite {target} in row {infinite + 1}.");
    }
}
