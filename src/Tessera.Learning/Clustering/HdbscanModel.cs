using System.Globalization;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Clustering;

/// <summary>Which rows lie densely together, the largest cluster first. Immutable; made by <see cref="HdbscanTrainer"/>.</summary>
/// <remarks>
/// A further row belongs to a cluster when, at the density at which the cluster appears, it would be connected to one of its rows; of several
/// to that of the row it reaches first. The rows it was fitted on get the cluster that they were given. It takes all of them to say so:
/// O(n d) and a sort per row, and n numbers for each input in the SQL.
/// </remarks>
public sealed class HdbscanModel : IClusterModel
{
    // Rows that fell out of a cluster lie exactly at the distance at which it appears, but for rounding.
    private const double Rounding = 1e-9;

    private readonly int[] assigned;
    private readonly double[] strengths;
    private readonly int[] sizes;
    // The distance below which a row connects to each row's cluster; nothing lies below that of noise.
    private readonly double[] limits;

    internal HdbscanModel(FeatureSchema schema, Points points, double[] core, int neighbours, int[] assigned, double[] strengths, double[] births)
    {
        (Schema, Points, Core, Neighbours, this.strengths) = (schema, points, core, neighbours, strengths);
        var counts = new int[births.Length];
        foreach (var cluster in assigned.Where(cluster => cluster >= 0))
        {
            counts[cluster]++;
        }

        int[] order = [.. Enumerable.Range(0, births.Length).OrderByDescending(cluster => counts[cluster])];
        sizes = [.. order.Select(cluster => counts[cluster])];
        Births = [.. order.Select(cluster => births[cluster])];
        this.assigned = [.. assigned.Select(cluster => cluster < 0 ? Noise : Array.IndexOf(order, cluster))];
        limits = [.. this.assigned.Select(cluster => cluster < 0 ? -1 : (1 - Rounding) / Births[cluster])];
    }

    /// <summary>The cluster of rows that are in none.</summary>
    public const int Noise = -1;

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => sizes.Length == 0 ? ["No part of the rows lies more densely than the rest: all are noise."] : [];

    /// <inheritdoc/>
    public IReadOnlyList<int> Sizes => sizes;

    /// <summary>The cluster of each row, [n], from 0; <see cref="Noise"/> where it is in none.</summary>
    public ReadOnlySpan<int> Assignments => assigned;

    /// <summary>How firmly each row belongs, [n]: 1 in the core of its cluster, 0 for noise.</summary>
    public ReadOnlySpan<double> Strengths => strengths;

    internal Points Points { get; }

    internal double[] Core { get; }

    internal int Neighbours { get; }

    internal double[] Births { get; }

    /// <inheritdoc/>
    /// <returns>The cluster, from 0; <see cref="Noise"/> for none.</returns>
    public int Assign(ReadOnlySpan<double> row)
    {
        var distances = new double[Points.Count];
        for (var fitted = 0; fitted < distances.Length; fitted++)
        {
            distances[fitted] = Math.Sqrt(Points.SquaredDistance(row, Points[fitted]));
        }

        var core = distances.Order().ElementAt(Math.Min(Neighbours, distances.Length) - 1);
        var (best, least) = (Noise, double.PositiveInfinity);
        for (var fitted = 0; fitted < distances.Length; fitted++)
        {
            var reach = Math.Max(Math.Max(core, Core[fitted]), distances[fitted]);
            if (reach < limits[fitted] && reach < least)
            {
                (best, least) = (assigned[fitted], reach);
            }
        }

        return best;
    }

    /// <inheritdoc/>
    /// <remarks>The number of the cluster, from 0; −1 for none; null where an input is missing.</remarks>
    public string ToSql()
    {
        var features = Enumerable.Range(0, Schema.Count);
        var squares = string.Join(" + ", features.Select(feature => FormattableString.Invariant($"pow(x{feature} - v{feature}, 2)")));
        var fitted = string.Join(", ", features.Select(feature => Numbers(Enumerable.Range(0, Points.Count).Select(row => Points[row][feature]))));
        var distances = $"arrayMap(({Names("x")}) -> sqrt({squares}), {fitted})";
        var reaches = $"arrayMap((distance, own, border) -> if(greatest(core, own, distance) < border, greatest(core, own, distance), inf), distances, {Numbers(Core)}, {Numbers(limits)})";
        var clusters = string.Join(", ", assigned.Select(cluster => cluster.ToString(CultureInfo.InvariantCulture)));
        var cluster = $"arraySum(reaches -> if(arrayMin(reaches) = inf, {Noise}, [{clusters}][indexOf(reaches, arrayMin(reaches))]), [{reaches}])";
        var ofDistances = FormattableString.Invariant($"arraySum(distances -> arraySum(core -> {cluster}, [arraySort(distances)[{Math.Min(Neighbours, Points.Count)}]]), [{distances}])");
        var inputs = string.Join(", ", Schema.Features.Select(feature => $"[ifNull(toFloat64({SqlText.Name(feature.Name)}), 0.)]"));
        return $"if({ClusterSql.IsMissing(Schema)}, null, arraySum(({Names("v")}) -> {ofDistances}, {inputs}))";

        string Names(string prefix) => string.Join(", ", features.Select(feature => FormattableString.Invariant($"{prefix}{feature}")));
    }

    private static string Numbers(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(SqlText.Number))}]";
}
