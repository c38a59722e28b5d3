using Tessera.Learning.Metrics;

namespace Tessera.Learning.Data;

/// <summary>Chooses features among the columns of a table: leaves out what names rows, never differs, is free text, or gives the target away.</summary>
/// <remarks>
/// Identifiers: text that differs in every row; whole numbers that differ in every row and either count up by one or are named like an
/// identifier. Leaks: columns that alone, learned on one half of the rows and tested on the other and the other way round, separate the classes with an area
/// under the curve of at least 0.995, or rank a numeric target with a correlation of at least 0.9999.
/// </remarks>
public static class FeatureChooser
{
    private const double LeakingArea = 0.995;
    private const double LeakingRank = 0.9999;
    private const int LeastRowsForLeaks = 50;
    private const int Cells = 32;

    /// <summary>Chooses.</summary>
    /// <param name="table">The table.</param>
    /// <param name="excluded">Columns that are no features by the caller's wish, the target among them.</param>
    /// <param name="kept">Columns that are features whatever is found; text is not.</param>
    /// <param name="target">The target, [n]; 0 and 1 for classes.</param>
    /// <param name="isClass">Whether the target is a class.</param>
    public static FeatureChoice Choose(Table table, IReadOnlyCollection<string> excluded, IReadOnlyCollection<string> kept, ReadOnlySpan<double> target, bool isClass)
    {
        var features = new List<string>();
        var identifiers = new List<string>();
        var notices = new List<string>();
        foreach (var column in table.Columns.Where(column => !excluded.Contains(column.Name, StringComparer.Ordinal)))
        {
            var reason = kept.Contains(column.Name, StringComparer.Ordinal) && column.Kind != ColumnKind.Text ? null : ReasonAgainst(column, target, isClass);
            if (reason is null)
            {
                features.Add(column.Name);
                continue;
            }

            notices.Add(reason);
            if (IsIdentifier(column))
            {
                identifiers.Add(column.Name);
            }
        }

        return new FeatureChoice(features, identifiers, notices);
    }

    private static string? ReasonAgainst(Column column, ReadOnlySpan<double> target, bool isClass)
    {
        var missing = column.MissingCount;
        if (missing == column.Count)
        {
            return $"{column.Name} has no values: it was left out.";
        }

        if (missing == 0 && Enumerable.Range(1, Math.Max(0, column.Count - 1)).All(row => column.Text(row) == column.Text(0)))
        {
            return $"{column.Name} is constant ({column.Text(0)}): it was left out.";
        }

        if (IsIdentifier(column))
        {
            return $"{column.Name} identifies rows: it was left out.";
        }

        if (column.Kind == ColumnKind.Text)
        {
            return $"{column.Name} is free text or has too many names: it was left out.";
        }

        return Leaks(column, target, isClass) ? $"{column.Name} gives the target away by itself, as if it were known only afterwards: it was left out; keep it with --keep {column.Name}." : null;
    }

    private static bool IsIdentifier(Column column)
    {
        if (column.MissingCount > 0 || column.Count < 3)
        {
            return false;
        }

        switch (column)
        {
            case TextColumn:
                return AllDiffer(Enumerable.Range(0, column.Count).Select(row => column.Text(row)));
            case NumericColumn numeric:
                var values = numeric.Values.ToArray();
                Array.Sort(values);
                var whole = values.All(value => value == Math.Floor(value));
                var differ = whole && Enumerable.Range(1, values.Length - 1).All(i => values[i] > values[i - 1]);
                return differ && (IsNamedLikeIdentifier(column.Name) || values[^1] - values[0] == values.Length - 1);
            default:
                return false;
        }
    }

    private static bool AllDiffer(IEnumerable<string?> values)
    {
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        return values.All(seen.Add);
    }

    private static bool IsNamedLikeIdentifier(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("ID", StringComparison.Ordinal)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.Equals("userid", StringComparison.OrdinalIgnoreCase);

    private static bool Leaks(Column column, ReadOnlySpan<double> target, bool isClass)
    {
        if (column.Count < LeastRowsForLeaks)
        {
            return false;
        }

        if (isClass)
        {
            return RankingMetrics.AreaUnderCurve(target, CrossFitted(CellOf(column), target)) >= LeakingArea;
        }

        return column is NumericColumn numeric
            && numeric.MissingCount == 0
            && target.ContainsAnyExcept(target[0])
            && Math.Abs(RegressionMetrics.Spearman(target, numeric.Values)) >= LeakingRank;
    }

    // The mean target of a row's cell, from the rows of the other half: even rows from odd ones and the other way round.
    private static double[] CrossFitted(int[] cells, ReadOnlySpan<double> target)
    {
        var count = cells.Max() + 1;
        var (sums, counts) = (new double[2 * count], new double[2 * count]);
        var mean = 0.0;
        for (var row = 0; row < cells.Length; row++)
        {
            sums[(2 * cells[row]) + (row & 1)] += target[row];
            counts[(2 * cells[row]) + (row & 1)]++;
            mean += target[row] / cells.Length;
        }

        var fitted = new double[cells.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            var other = (2 * cells[row]) + (1 - (row & 1));
            fitted[row] = (sums[other] + mean) / (counts[other] + 1);
        }

        return fitted;
    }

    // 0 for missing, else the category or the quantile.
    private static int[] CellOf(Column column)
    {
        if (column is CategoricalColumn category)
        {
            return [.. category.Codes.ToArray().Select(code => code + 1)];
        }

        var values = new double[column.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = column is TimeColumn time ? time.DaysSinceEpoch(row) : ((NumericColumn)column).Values[row];
        }

        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double[] bounds = [.. Enumerable.Range(1, Cells - 1).Select(cell => sorted[(int)((long)cell * sorted.Length / Cells)]).Distinct()];
        return [.. values.Select(value => double.IsNaN(value) ? 0 : 1 + (Array.BinarySearch(bounds, value) is >= 0 and var found ? found + 1 : ~Array.BinarySearch(bounds, value)))];
    }
}
