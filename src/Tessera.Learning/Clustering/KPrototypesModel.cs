using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Clustering;

/// <summary>Fitted prototypes, the largest cluster first. Immutable; made by <see cref="KPrototypesTrainer"/>.</summary>
public sealed class KPrototypesModel : IClusterModel
{
    private readonly double[][] prototypes;
    private readonly int[] assigned;
    private readonly int[] sizes;
    private readonly MixedDistance distance;

    internal KPrototypesModel(FeatureSchema schema, double[][] prototypes, double categoryWeight, int[] assigned, int[] sizes, double cost, Convergence convergence)
    {
        (Schema, this.prototypes, CategoryWeight, this.assigned, this.sizes, Cost, Convergence) = (schema, prototypes, categoryWeight, assigned, sizes, cost, convergence);
        distance = new MixedDistance(schema, categoryWeight);
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => Convergence.Converged ? [] : [Convergence.Reason];

    /// <summary>γ, what a category that differs counts.</summary>
    public double CategoryWeight { get; }

    /// <summary>The sum of the distances of the rows to their prototypes.</summary>
    public double Cost { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Sizes => sizes;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Assignments => assigned;

    /// <summary>The prototype of a cluster, [d]: means of numbers, codes of the most frequent categories.</summary>
    /// <param name="cluster">The cluster, from 0.</param>
    public ReadOnlySpan<double> Prototype(int cluster) => prototypes[cluster];

    /// <inheritdoc/>
    public int Assign(ReadOnlySpan<double> row)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var cluster = 0; cluster < prototypes.Length; cluster++)
        {
            // A category that was never seen differs from every prototype.
            var each = distance.Of(row, prototypes[cluster]);
            if (each < least)
            {
                (best, least) = (cluster, each);
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public string ToSql()
    {
        var distances = string.Join(", ", prototypes.Select(prototype => string.Join(" + ", Enumerable.Range(0, Schema.Count).Select(feature =>
        {
            var name = SqlText.Name(Schema[feature].Name);
            return Schema[feature].IsCategorical
                ? $"if(ifNull(toString({name}) = {SqlText.Text(Schema[feature].Categories[(int)prototype[feature]])}, 0), 0.0, {SqlText.Number(CategoryWeight)})"
                : $"pow(toFloat64({name}) - {SqlText.Number(prototype[feature])}, 2)";
        }))));
        return ClusterSql.PlaceOf("arrayMin", distances, Schema);
    }
}
