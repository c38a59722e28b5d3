using System.Globalization;
using Tessera.Cli.Output;
using Tessera.Learning;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Fits the model that was asked for, and chooses the number of clusters where none was given.</summary>
internal sealed class ClusterFitter(ClusterRequest request, FeatureFrame frame, double categoryWeight, ProgressLine progress, CancellationToken cancellationToken)
{
    private const int MostTried = 10;
    private const int FewRestarts = 5;
    // Below this, halves of the rows give clusters that are plainly others.
    private const double LeastStability = 0.8;

    /// <summary>Does it.</summary>
    /// <exception cref="CommandFailure">There are too few rows to choose a number.</exception>
    public ClusterFit Do()
    {
        if (request.Model == "hdbscan")
        {
            var model = new HdbscanTrainer(new HdbscanOptions { MinimumClusterSize = request.MinimumSize ?? new HdbscanOptions().MinimumClusterSize })
                .Fit(frame, new FitReporter(progress, "HDBSCAN"), cancellationToken);
            return new ClusterFit(model.Assignments.ToArray(), model.Sizes, model, "As many as lie densely together.", []);
        }

        if (request.K is { } asked)
        {
            return Result(Fit(frame, asked, request.Restarts), "As many as were asked for.", []);
        }

        var most = Math.Min(MostTried, frame.RowCount - 1);
        if (most < 2)
        {
            throw new CommandFailure($"{request.File} has {frame.RowCount} rows; at least 3 are needed to choose a number of clusters.");
        }

        return request.Model == "gmm" ? ByInformation(most) : BySilhouette(most);
    }

    private ClusterFit ByInformation(int most)
    {
        var tried = Enumerable.Range(1, most).Select(k => (GaussianMixtureModel)Fit(frame, k, request.Restarts)).ToList();
        var best = tried.MinBy(model => model.BayesianInformation)!;
        return Result(
            best,
            Text($"{best.Sizes.Count} components have the least Bayesian information (BIC) of 1 to {most}."),
            [.. tried.Select(model => new ClusterCount(model.Sizes.Count, model.BayesianInformation, Silhouette(model), Stability: null))]);
    }

    private ClusterFit BySilhouette(int most)
    {
        var tried = new List<(IClusterModel Model, double Silhouette, double Stability)>();
        for (var k = 2; k <= most; k++)
        {
            var model = Fit(frame, k, request.Restarts);
            var clusters = k;
            tried.Add((model, Silhouette(model) ?? double.NegativeInfinity, ClusterStability.Of(frame, half => Fit(half, clusters, FewRestarts), seed: request.Seed)));
        }

        var stable = tried.Where(each => each.Stability >= LeastStability).ToList();
        var best = (stable.Count > 0 ? stable : tried).MaxBy(each => each.Silhouette);
        var among = stable.Count == 0 ? Text($"2 to {most}, none of which is stable (at least {LeastStability:0.0})")
            : stable.Count == tried.Count ? Text($"2 to {most}")
            : Text($"those of 2 to {most} that are stable (at least {LeastStability:0.0})");
        return Result(
            best.Model,
            Text($"{best.Model.Sizes.Count} clusters have the largest mean silhouette of {among}: {best.Silhouette:0.000}."),
            [.. tried.Select(each => new ClusterCount(each.Model.Sizes.Count, each.Model.Convergence.Objective, each.Silhouette, double.IsNaN(each.Stability) ? null : each.Stability))]);
    }

    private double? Silhouette(IClusterModel model) => model.Sizes.Count(size => size > 0) > 1
        ? Tessera.Learning.Clustering.Silhouette.Mean(frame, model.Assignments, request.Seed, categoryWeight)
        : null;

    private IClusterModel Fit(FeatureFrame rows, int k, int restarts)
    {
        var reporter = new FitReporter(progress, $"{k} clusters");
        return request.Model switch
        {
            "gmm" => new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = k, Restarts = Math.Min(restarts, 10), Seed = request.Seed }).Fit(rows, reporter, cancellationToken),
            "kprototypes" => new KPrototypesTrainer(new KPrototypesOptions { Clusters = k, CategoryWeight = categoryWeight, Restarts = restarts, Seed = request.Seed }).Fit(rows, reporter, cancellationToken),
            _ => new KMeansTrainer(new KMeansOptions { Clusters = k, Restarts = restarts, Seed = request.Seed }).Fit(rows, reporter, cancellationToken),
        };
    }

    private static ClusterFit Result(IClusterModel model, string reason, IReadOnlyList<ClusterCount> tried) => new(model.Assignments.ToArray(), model.Sizes, model, reason, tried);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
