using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>One run of expectation and maximisation from a start by K-means.</summary>
internal sealed class GaussianMixtureRun(Points points, GaussianMixtureOptions options, double[] floor)
{
    // Of the mean log-likelihood of a row: below what anybody can see.
    private const double LeastGain = 1e-7;

    private readonly double[][] responsibilities = [.. Enumerable.Range(0, options.Components).Select(_ => new double[points.Count])];

    public GaussianComponent[] Components { get; private set; } = [];

    /// <summary>The sum of ln p(x) over the rows.</summary>
    public double LogLikelihood { get; private set; } = double.NegativeInfinity;

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public void Run(SeededRandom random, CancellationToken cancellationToken)
    {
        var start = new HamerlyRun(points, KMeansStart.Choose(points, options.Components, random));
        start.Run(20, cancellationToken);
        for (var row = 0; row < points.Count; row++)
        {
            responsibilities[start.Assigned[row]][row] = 1;
        }

        while (Iterations < options.MaximumIterations && !Converged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            Maximise();
            var before = LogLikelihood;
            Expect();
            Converged = LogLikelihood - before < LeastGain * points.Count;
        }
    }

    private void Expect()
    {
        var sum = 0.0;
        var logs = new double[Components.Length];
        for (var row = 0; row < points.Count; row++)
        {
            var most = double.NegativeInfinity;
            for (var component = 0; component < logs.Length; component++)
            {
                logs[component] = Components[component].LogDensity(points[row]);
                most = Math.Max(most, logs[component]);
            }

            var total = 0.0;
            foreach (var log in logs)
            {
                total += Math.Exp(log - most);
            }

            var density = most + Math.Log(total);
            sum += density;
            for (var component = 0; component < logs.Length; component++)
            {
                responsibilities[component][row] = Math.Exp(logs[component] - density);
            }
        }

        LogLikelihood = sum;
    }

    private void Maximise() => Components = [.. responsibilities.Select(weights =>
    {
        var d = points.Dimensions;
        // A component that no row belongs to keeps a grain of all rows.
        var total = Math.Max(weights.Sum(), 1e-10 * points.Count);
        var mean = new double[d];
        for (var row = 0; row < weights.Length; row++)
        {
            var point = points[row];
            for (var i = 0; i < d; i++)
            {
                mean[i] += weights[row] * point[i] / total;
            }
        }

        var covariance = new double[d * d];
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
            {
                continue;
            }

            var point = points[row];
            for (var i = 0; i < d; i++)
            {
                var first = weights[row] * (point[i] - mean[i]) / total;
                for (var j = options.Covariance == CovarianceShape.Full ? 0 : i; j <= i; j++)
                {
                    covariance[(i * d) + j] += first * (point[j] - mean[j]);
                }
            }
        }

        for (var i = 0; i < d; i++)
        {
            covariance[(i * d) + i] += floor[i];
            for (var j = 0; j < i; j++)
            {
                covariance[(j * d) + i] = covariance[(i * d) + j];
            }
        }

        return new GaussianComponent(total / points.Count, mean, covariance);
    })];
}
