using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Reads out of a table who was treated, and finds columns that were only known afterwards.</summary>
internal static class TreatmentReading
{
    // Rows that all have the outcome although so few have it by chance: the column must have been written after it.
    private const double LeastChance = 1e-12;
    private static readonly string[] Affirmative = ["1", "yes", "true", "y", "t", "treated", "treatment", "test"];
    private static readonly string[] Negative = ["0", "no", "false", "n", "f", "control", "none"];

    /// <summary>The values of treated and of untreated rows.</summary>
    /// <exception cref="CommandFailure">It must be said which they are.</exception>
    public static (string Treated, string Control) Arms(Column column, string? treated, string? control)
    {
        var values = Enumerable.Range(0, column.Count).Where(row => !column.IsMissing(row)).Select(row => column.Text(row)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var some = string.Join(", ", values.Take(10)) + (values.Count > 10 ? ", …" : "");
        foreach (var asked in new[] { treated, control }.OfType<string>().Where(asked => !values.Contains(asked, StringComparer.Ordinal)))
        {
            throw new CommandFailure($"No row has the {column.Name} \"{asked}\"; the values are {some}.");
        }

        if (values.Count < 2)
        {
            throw new CommandFailure($"All rows have the same {column.Name} ({some}): uplift needs rows that were treated and rows that were not.");
        }

        treated ??= control is not null && values.Count == 2 ? values.First(value => value != control) : values.Count == 2 ? Guess(values) : null;
        control ??= treated is not null && values.Count == 2 ? values.First(value => value != treated) : null;
        return treated is not null && control is not null && treated != control
            ? (treated, control)
            : throw new CommandFailure($"{column.Name} has the values {some}; say which rows were treated and which were not with --treated and --control.");
    }

    /// <summary>Why a column cannot have been known before the treatment; null where nothing speaks against it.</summary>
    public static string? ReasonAgainst(Column column, ReadOnlySpan<double> outcome)
    {
        var share = 0.0;
        foreach (var value in outcome)
        {
            if (value is not (0 or 1))
            {
                return null;
            }

            share += value / outcome.Length;
        }

        var groups = new Dictionary<string, (int Rows, double Ones)>(StringComparer.Ordinal);
        for (var row = 0; row < outcome.Length; row++)
        {
            var value = column.Text(row) ?? "";
            var (rows, ones) = groups.GetValueOrDefault(value);
            groups[value] = (rows + 1, ones + outcome[row]);
        }

        // A number that is mostly one value, such as 0, is judged by the rows where it is another.
        var most = groups.MaxBy(group => group.Value.Rows);
        var others = (Rows: outcome.Length - most.Value.Rows, Ones: groups.Sum(group => group.Value.Ones) - most.Value.Ones);
        var candidates = column is NumericColumn ? [.. groups.Where(group => group.Key == most.Key).Select(group => group.Value), others] : groups.Values.ToList();
        return candidates.Any(group => group.Ones == group.Rows && Math.Pow(share, group.Rows) < LeastChance)
            ? $"{column.Name} seems to be known only afterwards, since it alone tells of many rows that the outcome came about: it was left out; keep it with --keep {column.Name}."
            : null;
    }

    private static string? Guess(List<string> values) =>
        values.Find(value => Affirmative.Contains(value, StringComparer.OrdinalIgnoreCase))
        ?? (values.Find(value => Negative.Contains(value, StringComparer.OrdinalIgnoreCase) || value.StartsWith("no ", StringComparison.OrdinalIgnoreCase)) is { } untreated
            ? values.First(value => value != untreated)
            : null);
}
