using System.Globalization;
using Tessera.Cli.Output;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Reads a file, scales its columns and clusters its rows.</summary>
internal sealed class ClusterRun(ProgramEnvironment environment, ClusterRequest request, ProgressLine progress, CancellationToken cancellationToken)
{
    // Half the mean deviation of standardised numbers: Huang's suggestion for a category that differs.
    private const double CategoryWeight = 0.5;
    private const int TraitsShown = 3;
    private const double LeastEffect = 0.2;
    private readonly List<string> notices = [];

    /// <summary>Does it all; answers with the row of the file and the cluster of each row too.</summary>
    /// <exception cref="CommandFailure">The file does not carry it; one sentence says why.</exception>
    public (ClusterAnswer Answer, IEnumerable<(int Row, int Cluster)> Rows) Do()
    {
        progress.Report($"Reading {request.File}");
        var whole = TableFile.Read(environment, request.File, notices, cancellationToken);
        var columns = Columns(whole);
        TableFile.RequireFinite(whole, columns, request.File);
        int[] rows = [.. Enumerable.Range(0, whole.RowCount).Where(row => columns.All(column => !whole[column].IsMissing(row)))];
        if (rows.Length < whole.RowCount)
        {
            notices.Add($"{whole.RowCount - rows.Length} rows without a value in {string.Join(", ", columns)} were left out.");
        }

        if (rows.Length == 0)
        {
            throw new CommandFailure($"{request.File} has no row with a value in each of {string.Join(", ", columns)}.");
        }

        var table = whole.Take(rows);
        var scale = StandardScale.Of(table, [.. columns.Where(column => table[column].Kind == ColumnKind.Numeric)], request.Log);
        var frame = Frame(table, columns, scale.Frame);
        var fit = new ClusterFitter(request, frame, CategoryWeight, progress, cancellationToken).Do();
        int[] members = [.. Enumerable.Range(0, rows.Length).Where(row => fit.Assignments[row] >= 0)];
        var centres = Enumerable.Range(0, fit.Sizes.Count).Select(cluster => Centre(frame, [.. members.Where(row => fit.Assignments[row] == cluster)])).ToList();
        var answer = new ClusterAnswer(
            request.Model,
            rows.Length,
            columns,
            fit.Sizes.Count,
            fit.Reason,
            members.Sum(row => Distance(frame, row, centres[fit.Assignments[row]])),
            fit.Sizes.Count(size => size > 0) > 1 ? Silhouette.Mean(frame.Take(members), members.Select(row => fit.Assignments[row]).ToArray(), request.Seed, CategoryWeight) : null,
            fit.Sizes,
            rows.Length - members.Length,
            [.. centres.Select(centre => InUnitsOfTheFile(frame.Schema, centre, scale))],
            [.. Enumerable.Range(0, fit.Sizes.Count).Select(cluster => Traits(frame, fit.Assignments, cluster))],
            fit.Tried,
            fit.Model.Convergence.Converged,
            [.. notices, .. fit.Model.Warnings]);
        return (answer, rows.Select((row, i) => (row + 1, fit.Assignments[i])));
    }

    private static FeatureFrame Frame(Table table, string[] columns, FeatureFrame numbers)
    {
        if (numbers.Schema.Count == columns.Length)
        {
            return numbers;
        }

        // Numbers first, categories behind them.
        string[] categories = [.. columns.Where(column => table[column].Kind != ColumnKind.Numeric)];
        var schema = FeatureSchema.Of(table, categories);
        var encoded = schema.Encode(table);
        return FeatureFrame.Of(
            new FeatureSchema([.. numbers.Schema.Features, .. schema.Features]),
            [.. Enumerable.Range(0, numbers.Schema.Count).Select(i => numbers[i].ToArray()), .. Enumerable.Range(0, schema.Count).Select(i => encoded[i].ToArray())]);
    }

    // The mean of a number, the most frequent category.
    private static double[] Centre(FeatureFrame frame, int[] members) => [.. Enumerable.Range(0, frame.Schema.Count).Select(feature => members.Length == 0 ? double.NaN
        : frame.Schema[feature].IsCategorical ? members.CountBy(row => frame[feature][row]).OrderByDescending(each => each.Value).ThenBy(each => each.Key).First().Key
        : members.Average(row => frame[feature][row]))];

    private static double Distance(FeatureFrame frame, int row, double[] centre)
    {
        var sum = 0.0;
        for (var feature = 0; feature < centre.Length; feature++)
        {
            var difference = frame[feature][row] - centre[feature];
            sum += !frame.Schema[feature].IsCategorical ? difference * difference : difference == 0 ? 0 : CategoryWeight;
        }

        return sum;
    }

    private static Dictionary<string, object> InUnitsOfTheFile(FeatureSchema schema, double[] centre, StandardScale scale)
    {
        var named = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var feature = 0; feature < centre.Length; feature++)
        {
            named[schema[feature].Name] = schema[feature].IsCategorical ? schema[feature].Categories[(int)centre[feature]] : scale.Undo(feature, centre[feature]);
        }

        return named;
    }

    private static string[] Traits(FeatureFrame frame, int[] assignments, int cluster) =>
        [.. ClusterDescription.Of(frame, assignments, cluster).Where(trait => Math.Abs(trait.Effect) >= LeastEffect).Take(TraitsShown).Select(trait =>
            string.Create(CultureInfo.InvariantCulture, $"{(trait.Effect > 0 ? "more" : "less")} {trait.Feature}{(trait.Category is null ? "" : $" = {trait.Category}")} (effect {trait.Effect:+0.0;-0.0})"))];

    private string[] Columns(Table table)
    {
        foreach (var name in request.Columns)
        {
            if (!table.TryGet(name, out var column))
            {
                throw new CommandFailure($"{request.File} has no column \"{name}\"; its columns are {string.Join(", ", table.Columns.Select(each => each.Name))}.");
            }

            if (!Takes(column))
            {
                throw new CommandFailure($"{name} is no number in {request.File}; {request.Model} needs {(request.TakesCategories ? "numbers or categories" : "numbers, --model kprototypes takes categories too")}.");
            }
        }

        if (request.Columns.Count > 0)
        {
            return [.. request.Columns.Distinct(StringComparer.Ordinal)];
        }

        var choice = FeatureChooser.Choose(table, [], [], new double[table.RowCount], isClass: false);
        notices.AddRange(choice.Notices);
        string[] taken = [.. choice.Features.Where(name => Takes(table[name]))];
        foreach (var other in choice.Features.Except(taken, StringComparer.Ordinal))
        {
            notices.Add($"{other} is no number: it was left out.");
        }

        foreach (var constant in taken.Where(name => IsConstant(table[name])).ToList())
        {
            notices.Add($"{constant} is constant wherever it has a value: it was left out.");
            taken = [.. taken.Where(name => name != constant)];
        }

        return taken.Length > 0 ? taken : throw new CommandFailure($"{request.File} has no column{(request.TakesCategories ? "" : " of numbers")} to cluster by.");
    }

    private static bool IsConstant(Column column) =>
        Enumerable.Range(0, column.Count).Where(row => !column.IsMissing(row)).Select(row => column.Text(row)).Distinct(StringComparer.Ordinal).Take(2).Count() < 2;

    private bool Takes(Column column) => column.Kind == ColumnKind.Numeric || (request.TakesCategories && column.Kind == ColumnKind.Categorical);
}
