using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Clustering;

/// <summary>Fitted centres, the largest cluster first. Immutable; made by <see cref="KMeansTrainer"/>.</summary>
public sealed class KMeansModel : IClusterModel
{
    private readonly double[] centres;
    private readonly int[] assigned;
    private readonly int[] sizes;

    internal KMeansModel(FeatureSchema schema, double[] centres, int[] assigned, double inertia, Convergence convergence)
    {
        Schema = schema;
        Inertia = inertia;
        Convergence = convergence;
        var d = schema.Count;
        (this.assigned, sizes, var order) = ClusterOrder.BySize(assigned, centres.Length / Math.Max(1, d));
        this.centres = [.. order.SelectMany(cluster => centres[(cluster * d)..((cluster + 1) * d)])];
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => Convergence.Converged ? [] : [Convergence.Reason];

    /// <summary>The sum of squared distances of the rows to their centres.</summary>
    public double Inertia { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Sizes => sizes;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Assignments => assigned;

    /// <summary>The centre of a cluster, [d].</summary>
    /// <param name="cluster">The cluster, from 0.</param>
    public ReadOnlySpan<double> Centre(int cluster) => centres.AsSpan(cluster * Schema.Count, Schema.Count);

    /// <summary>The cluster with the nearest centre; of equally near ones the first.</summary>
    /// <param name="row">The inputs, [d], all numbers.</param>
    public int Assign(ReadOnlySpan<double> row)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var cluster = 0; cluster < sizes.Length; cluster++)
        {
            var distance = Points.SquaredDistance(row, Centre(cluster));
            if (distance < least)
            {
                (best, least) = (cluster, distance);
            }
        }

        return best;
    }

    /// <inheritdoc/>
    /// <remarks>The number of the cluster, from 0; null where an input is missing.</remarks>
    public string ToSql()
    {
        var distances = string.Join(", ", Enumerable.Range(0, sizes.Length).Select(cluster => string.Join(" + ", Enumerable.Range(0, Schema.Count).Select(feature =>
            $"pow(toFloat64({SqlText.Name(Schema[feature].Name)}) - {SqlText.Number(Centre(cluster)[feature])}, 2)"))));
        return ClusterSql.PlaceOf("arrayMin", distances, Schema);
    }
}
