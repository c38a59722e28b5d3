using Tessera.Learning.Data;
using Tessera.Learning.Numerics;

namespace Tessera.Learning.Recommendation;

/// <summary>EASE: each item from all others, by one ridge regression in closed form.</summary>
/// <remarks>
/// Minimises |X − X B|² + λ |B|² with a diagonal of B that is zero; X is 1 where a user has an item.
/// <para>Reference: Steck (2019), Embarrassingly Shallow Autoencoders for Sparse Data, WWW, equations (1) and (8): with P = (XᵀX + λI)⁻¹,
/// B_ij = −P_ij / P_jj off the diagonal.</para>
/// <para>Symbols: L2 = λ. Shapes: B: [items, items]. Complexity: O(Σ |history|² + items³ / 2) time, O(items²) memory. Determinism: exact for any number of threads.</para>
/// </remarks>
public sealed class EaseTrainer : IEstimator<Interactions, EaseModel>
{
    private readonly EaseOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it fits.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public EaseTrainer(EaseOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public EaseModel Fit(Interactions data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        int[] kept = [.. Enumerable.Range(0, data.ItemCount).Where(item => data.UsersOf(item).Length > 0).OrderByDescending(item => data.UsersOf(item).Length).ThenBy(item => item).Take(options.MaximumItems)];
        var place = new int[data.ItemCount];
        Array.Fill(place, -1);
        for (var i = 0; i < kept.Length; i++)
        {
            place[kept[i]] = i;
        }

        var threads = WorkSharing.Threads(options.Threads);
        var matrix = Gram(data, kept, place, threads);
        SymmetricInverse.Invert(matrix, kept.Length, threads, share => progress?.Report(new FitProgress("inverting", share)), cancellationToken);
        Weights(matrix, kept.Length, threads);
        return new EaseModel(data.Items, matrix, kept, place, data.Popularity());
    }

    private double[] Gram(Interactions data, int[] kept, int[] place, int threads)
    {
        var n = kept.Length;
        var matrix = new double[(long)n * n];
        WorkSharing.For(n, threads, i =>
        {
            var row = matrix.AsSpan(i * n, n);
            foreach (var user in data.UsersOf(kept[i]))
            {
                foreach (var item in data.ItemsOf(user))
                {
                    if (place[item] >= 0)
                    {
                        row[place[item]]++;
                    }
                }
            }

            row[i] += options.L2;
        });
        return matrix;
    }

    private static void Weights(double[] inverse, int n, int threads)
    {
        double[] diagonal = [.. Enumerable.Range(0, n).Select(i => inverse[(i * n) + i])];
        WorkSharing.For(n, threads, i =>
        {
            var row = inverse.AsSpan(i * n, n);
            for (var j = 0; j < n; j++)
            {
                row[j] = i == j ? 0 : -row[j] / diagonal[j];
            }
        });
    }
}
