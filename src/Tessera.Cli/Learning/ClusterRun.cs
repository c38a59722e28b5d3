using System.Globalization;
using Tessera.Cli.Output;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Reads a file, scales its columns and clusters its rows.</summary>
internal sealed class ClusterRun(ProgramEnvironment environment, ClusterRequest request, ProgressLine progress, CancellationToken cancellationToken)
{
    private const int MostTried = 10;
    private readonly List<string> notices = [];

    /// <summary>Does it all; answers with the row of the file and the cluster of each row too.</summary>
    /// <exception cref="CommandFailure">The file does not carry it; one sentence says why.</exception>
    public (ClusterAnswer Answer, IReadOnlyList<(int Row, int Cluster)> Rows) Do()
    {
        progress.Report($"Reading {request.File}");
        var table = TableFile.Read(environment, request.File, notices, cancellationToken);
        var columns = Columns(table);
        TableFile.RequireFinite(table, columns, request.File);
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => columns.All(column => !table[column].IsMissing(row)))];
        if (rows.Length < table.RowCount)
        {
            notices.Add($"{table.RowCount - rows.Length} rows without a value in {string.Join(", ", columns)} were left out.");
        }

        if (rows.Length == 0)
        {
            throw new CommandFailure($"{request.File} has no row with a number in each of {string.Join(", ", columns)}.");
        }

        var scale = StandardScale.Of(table.Take(rows), columns, request.Log);
        var (model, reason, tried) = Fit(scale.Frame);
        var centres = Enumerable.Range(0, model.Sizes.Count).Select(cluster => columns.Select((column, i) => (column, Value: scale.Undo(i, model.Centre(cluster)[i]))).ToDictionary(each => each.column, each => each.Value, StringComparer.Ordinal));
        var answer = new ClusterAnswer(
            "kmeans",
            rows.Length,
            columns,
            model.Sizes.Count,
            reason,
            model.Inertia,
            model.Sizes.Count > 1 ? Silhouette.Mean(scale.Frame, model.Assignments) : null,
            model.Sizes,
            [.. centres],
            tried,
            model.Convergence.Converged,
            [.. notices, .. model.Warnings]);
        var assignments = model.Assignments.ToArray();
        return (answer, [.. rows.Select((row, i) => (row + 1, assignments[i]))]);
    }

    private (KMeansModel Model, string Reason, IReadOnlyList<ClusterCount> Tried) Fit(FeatureFrame frame)
    {
        if (request.K is { } asked)
        {
            return (Fit(frame, asked), "As many as were asked for.", []);
        }

        var tried = new List<(KMeansModel Model, double Silhouette)>();
        for (var k = 2; k <= Math.Min(MostTried, frame.RowCount - 1); k++)
        {
            var model = Fit(frame, k);
            tried.Add((model, Silhouette.Mean(frame, model.Assignments)));
        }

        if (tried.Count == 0)
        {
            throw new CommandFailure($"{request.File} has {frame.RowCount} rows; at least 3 are needed to choose a number of clusters.");
        }

        var best = tried.MaxBy(each => each.Silhouette);
        var reason = string.Create(CultureInfo.InvariantCulture, $"{best.Model.Sizes.Count} clusters have the largest mean silhouette of 2 to {tried.Count + 1}: {best.Silhouette:0.000}.");
        return (best.Model, reason, [.. tried.Select(each => new ClusterCount(each.Model.Sizes.Count, each.Model.Inertia, each.Silhouette))]);
    }

    private KMeansModel Fit(FeatureFrame frame, int k) =>
        new KMeansTrainer(new KMeansOptions { Clusters = k, Restarts = request.Restarts, Seed = request.Seed })
            .Fit(frame, new FitReporter(progress, $"{k} clusters"), cancellationToken);

    private string[] Columns(Table table)
    {
        foreach (var name in request.Columns)
        {
            if (!table.TryGet(name, out var column))
            {
                throw new CommandFailure($"{request.File} has no column \"{name}\"; its columns are {string.Join(", ", table.Columns.Select(each => each.Name))}.");
            }

            if (column.Kind != ColumnKind.Numeric)
            {
                throw new CommandFailure($"{name} is no number in {request.File}; K-means needs numbers.");
            }
        }

        if (request.Columns.Count > 0)
        {
            return [.. request.Columns];
        }

        var choice = FeatureChooser.Choose(table, [], [], new double[table.RowCount], isClass: false);
        notices.AddRange(choice.Notices);
        string[] numbers = [.. choice.Features.Where(name => table[name].Kind == ColumnKind.Numeric)];
        foreach (var other in choice.Features.Except(numbers, StringComparer.Ordinal))
        {
            notices.Add($"{other} is no number: it was left out.");
        }

        return numbers.Length > 0 ? numbers : throw new CommandFailure($"{request.File} has no column of numbers to cluster by.");
    }
}
