using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Which rows lie densely together, the largest cluster first. Immutable; made by <see cref="HdbscanTrainer"/>.</summary>
/// <remarks>It says so of the rows it was fitted on. A further row would change the densities themselves, so there is no rule for it, and no SQL.</remarks>
public sealed class HdbscanModel : IFittedModel
{
    private readonly int[] assigned;
    private readonly double[] strengths;
    private readonly int[] sizes;

    internal HdbscanModel(FeatureSchema schema, int[] assigned, double[] strengths, int count)
    {
        Schema = schema;
        this.strengths = strengths;
        var counts = new int[count];
        foreach (var cluster in assigned.Where(cluster => cluster >= 0))
        {
            counts[cluster]++;
        }

        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(cluster => counts[cluster])];
        sizes = [.. order.Select(cluster => counts[cluster])];
        this.assigned = [.. assigned.Select(cluster => cluster < 0 ? Noise : Array.IndexOf(order, cluster))];
    }

    /// <summary>The cluster of rows that are in none.</summary>
    public const int Noise = -1;

    /// <summary>The inputs.</summary>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => sizes.Length == 0 ? ["No part of the rows lies more densely than the rest: all are noise."] : [];

    /// <summary>Rows of each cluster, falling, [k]; k was found.</summary>
    public IReadOnlyList<int> Sizes => sizes;

    /// <summary>The cluster of each row, [n], from 0; <see cref="Noise"/> where it is in none.</summary>
    public ReadOnlySpan<int> Assignments => assigned;

    /// <summary>How firmly each row belongs, [n]: 1 in the core of its cluster, 0 for noise.</summary>
    public ReadOnlySpan<double> Strengths => strengths;
}
