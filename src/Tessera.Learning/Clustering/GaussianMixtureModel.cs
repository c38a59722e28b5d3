using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Clustering;

/// <summary>Fitted components, the one with the most rows first. Immutable; made by <see cref="GaussianMixtureTrainer"/>.</summary>
public sealed class GaussianMixtureModel : IClusterModel
{
    // A component within twice the floor in some direction has no extent of its own there.
    private const double AtFloor = 2;

    private readonly GaussianComponent[] components;
    private readonly int[] assigned;
    private readonly int[] sizes;

    internal GaussianMixtureModel(FeatureFrame data, CovarianceShape shape, GaussianMixtureRun run, double[] floor, Convergence convergence)
    {
        Schema = data.Schema;
        Convergence = convergence;
        LogLikelihood = run.LogLikelihood;
        var points = Points.Of(data);
        int[] raw = [.. Enumerable.Range(0, points.Count).Select(row => Nearest(run.Components, points[row]))];
        (assigned, sizes, var order) = ClusterOrder.BySize(raw, run.Components.Length);
        components = [.. order.Select(component => run.Components[component])];
        var d = Schema.Count;
        var parameters = components.Length - 1 + (components.Length * (d + (shape == CovarianceShape.Full ? d * (d + 1) / 2 : d)));
        BayesianInformation = (parameters * Math.Log(points.Count)) - (2 * LogLikelihood);
        var collapsed = Enumerable.Range(0, components.Length).Where(component => Enumerable.Range(0, d).Any(i => components[component].Covariance[(i * d) + i] < AtFloor * floor[i])).ToList();
        Warnings =
        [
            .. Convergence.Converged ? Array.Empty<string>() : [Convergence.Reason],
            .. collapsed.Count == 0 ? Array.Empty<string>() : [$"{collapsed.Count} of {components.Length} components have no extent of their own in some direction (many equal values): their shape is that of the floor, and the likelihood says little."],
        ];
    }

    internal GaussianMixtureModel(FeatureSchema schema, GaussianComponent[] components, int[] assigned, int[] sizes, double logLikelihood, double bayesianInformation, Convergence convergence, string[] warnings)
    {
        (Schema, this.components, this.assigned, this.sizes) = (schema, components, assigned, sizes);
        (LogLikelihood, BayesianInformation, Convergence, Warnings) = (logLikelihood, bayesianInformation, convergence, warnings);
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The sum of ln p(x) over the rows.</summary>
    public double LogLikelihood { get; }

    /// <summary>BIC: parameters · ln n − 2 ln L; less is better.</summary>
    public double BayesianInformation { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Sizes => sizes;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Assignments => assigned;

    internal IReadOnlyList<GaussianComponent> Components => components;

    /// <summary>π, the share of a component.</summary>
    /// <param name="cluster">The component, from 0.</param>
    public double Share(int cluster) => components[cluster].Share;

    /// <summary>μ, the mean of a component, [d].</summary>
    /// <param name="cluster">The component, from 0.</param>
    public ReadOnlySpan<double> Centre(int cluster) => components[cluster].Mean;

    /// <summary>Σ, the covariance of a component, [d, d], row-major.</summary>
    /// <param name="cluster">The component, from 0.</param>
    public ReadOnlySpan<double> Covariance(int cluster) => components[cluster].Covariance;

    /// <inheritdoc/>
    public int Assign(ReadOnlySpan<double> row) => Nearest(components, row);

    /// <summary>The probability that a row belongs to each component, [k]: Bishop (2006), equation (9.23).</summary>
    /// <param name="row">The inputs, [d], all numbers.</param>
    public double[] Probabilities(ReadOnlySpan<double> row)
    {
        var logs = new double[components.Length];
        for (var component = 0; component < logs.Length; component++)
        {
            logs[component] = components[component].LogDensity(row);
        }

        var most = logs.Max();
        var total = logs.Sum(log => Math.Exp(log - most));
        return [.. logs.Select(log => Math.Exp(log - most) / total)];
    }

    /// <inheritdoc/>
    public string ToSql()
    {
        var d = Schema.Count;
        var densities = string.Join(", ", components.Select(component => $"{SqlText.Number(component.LogNormaliser)} - ({string.Join(" + ", Enumerable.Range(0, d).Select(i =>
            $"pow({string.Join(" + ", Enumerable.Range(0, i + 1).Select(j => $"{SqlText.Number(component.Whitening[(i * d) + j])} * (toFloat64({SqlText.Name(Schema[j].Name)}) - {SqlText.Number(component.Mean[j])})"))}, 2)"))}) / 2"));
        return ClusterSql.PlaceOf("arrayMax", densities, Schema);
    }

    private static int Nearest(GaussianComponent[] components, ReadOnlySpan<double> point)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var component = 0; component < components.Length; component++)
        {
            var density = components[component].LogDensity(point);
            if (density > most)
            {
                (best, most) = (component, density);
            }
        }

        return best;
    }
}
