using Tessera.Learning.Data;

namespace Tessera.Learning.Validation;

/// <summary>Ways to divide rows into training and test so that nothing is tested on what it learned from.</summary>
public static class Folds
{
    /// <summary>K folds with the classes in equal shares: within each class the rows are shuffled and dealt out in turn.</summary>
    /// <param name="target">The class of each row, [n].</param>
    /// <param name="count">How many folds, at least 2 and at most n.</param>
    /// <param name="seed">The same seed gives the same folds.</param>
    /// <exception cref="NotEstimableException">There are fewer rows than folds.</exception>
    public static IReadOnlyList<Fold> Stratified(ReadOnlySpan<double> target, int count, ulong seed)
    {
        RequireRows(target.Length, count);
        var rowsOfClass = new SortedDictionary<double, List<int>>();
        for (var row = 0; row < target.Length; row++)
        {
            if (!rowsOfClass.TryGetValue(target[row], out var rows))
            {
                rowsOfClass[target[row]] = rows = [];
            }

            rows.Add(row);
        }

        var assigned = new int[target.Length];
        var random = new SeededRandom(seed);
        var dealt = 0;
        foreach (var rows in rowsOfClass.Values)
        {
            dealt = Deal(rows.ToArray(), assigned, count, dealt, random);
        }

        return FromAssignment(assigned, count);
    }

    /// <summary>K folds of equal size, at random.</summary>
    /// <param name="rowCount">n.</param>
    /// <param name="count">How many folds, at least 2 and at most n.</param>
    /// <param name="seed">The same seed gives the same folds.</param>
    /// <exception cref="NotEstimableException">There are fewer rows than folds.</exception>
    public static IReadOnlyList<Fold> Random(int rowCount, int count, ulong seed)
    {
        RequireRows(rowCount, count);
        var assigned = new int[rowCount];
        Deal([.. Enumerable.Range(0, rowCount)], assigned, count, 0, new SeededRandom(seed));
        return FromAssignment(assigned, count);
    }

    /// <summary>One fold per value of a column: it is tested, the rest learned from. Numbers ascending, names by code point.</summary>
    /// <param name="column">The column; every row has a value, and there are at least two values.</param>
    /// <exception cref="NotEstimableException">A row has no value, or all have the same.</exception>
    public static IReadOnlyList<Fold> FromColumn(Column column)
    {
        var values = new string[column.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = column.Text(row)
                ?? throw new NotEstimableException($"The fold column {column.Name} has no value in row {row + 1}; every row needs one.");
        }

        var names = values.Distinct(StringComparer.Ordinal)
            .OrderBy(value => ValueText.TryNumber(value, out var number) ? number : double.PositiveInfinity)
            .ThenBy(value => value, StringComparer.Ordinal)
            .ToList();
        if (names.Count < 2)
        {
            throw new NotEstimableException($"The fold column {column.Name} has only one value; at least two folds are needed.");
        }

        return [.. names.Select(name => Split(name, row => values[row] == name, values.Length))];
    }

    /// <summary>One fold in time: what comes first is learned from, the last share is tested.</summary>
    /// <param name="time">The time of each row, or a number that grows with it; every row has one.</param>
    /// <param name="testShare">The share of the rows to test, in (0, 1); rows of one instant stay together, in the test.</param>
    /// <exception cref="NotEstimableException">The column holds neither times nor numbers, a row has none, or either side would be empty.</exception>
    public static Fold ByTime(Column time, double testShare)
    {
        if (!(testShare > 0 && testShare < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(testShare), testShare, "The share lies between 0 and 1.");
        }

        if (time.MissingCount > 0)
        {
            throw new NotEstimableException($"The time column {time.Name} has {time.MissingCount} rows without a time; every row needs one.");
        }

        var instants = time switch
        {
            TimeColumn column => column.Values.ToArray().Select(value => (double)value!.Value.UtcTicks).ToArray(),
            NumericColumn column => column.Values.ToArray(),
            _ => throw new NotEstimableException($"The time column {time.Name} holds neither times nor numbers, such as \"{time.Text(0)}\"."),
        };
        double[] sorted = [.. instants.Order()];
        var cut = sorted[Math.Clamp((int)Math.Round((1 - testShare) * sorted.Length), 0, Math.Max(0, sorted.Length - 1))];
        var fold = Split("time", row => instants[row] >= cut, time.Count);
        return fold.Training.Length > 0
            ? fold
            : throw new NotEstimableException($"The time column {time.Name} leaves no row before the test begins.");
    }

    private static int Deal(int[] rows, int[] assigned, int count, int dealt, SeededRandom random)
    {
        random.Shuffle(rows);
        foreach (var row in rows)
        {
            assigned[row] = dealt++ % count;
        }

        return dealt;
    }

    private static void RequireRows(int rows, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (rows < count)
        {
            throw new NotEstimableException($"{count} folds need at least {count} rows; there are {rows}.");
        }
    }

    private static Fold[] FromAssignment(int[] assigned, int count) =>
        [.. Enumerable.Range(0, count).Select(fold => Split(fold.ToString(System.Globalization.CultureInfo.InvariantCulture), row => assigned[row] == fold, assigned.Length))];

    private static Fold Split(string name, Func<int, bool> isTest, int rowCount)
    {
        var sides = Enumerable.Range(0, rowCount).ToLookup(isTest);
        return new Fold(name, [.. sides[false]], [.. sides[true]]);
    }
}
