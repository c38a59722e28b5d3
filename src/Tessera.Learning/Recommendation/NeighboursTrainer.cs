using Tessera.Learning.Data;
using Tessera.Learning.Metrics;

namespace Tessera.Learning.Recommendation;

/// <summary>Item neighbourhoods (item-kNN): who has this also has that.</summary>
/// <remarks>
/// s_ij = |U_i ∩ U_j| / (√|U_i| √|U_j| + shrinkage), U being sets of users; of each item j the k most similar i are kept, and a history H scores Σ_{i ∈ H} s_ij.
/// <para>Reference: Deshpande and Karypis (2004), Item-based top-N recommendation algorithms, ACM TOIS 22(1), sections 4.1 and 4.2.1; shrinkage: Bell and Koren
/// (2007), ICDM. Complexity: O(Σ |history|²).</para>
/// </remarks>
public sealed class NeighboursTrainer : IEstimator<Interactions, NeighboursModel>
{
    private readonly NeighboursOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How neighbours are found.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public NeighboursTrainer(NeighboursOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public NeighboursModel Fit(Interactions data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // The neighbours of j are stored with the items i that they are reached from.
        var found = new (int[] Items, double[] Similarities)[data.ItemCount];
        WorkSharing.For(data.ItemCount, WorkSharing.Threads(options.Threads), item =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            found[item] = Nearest(data, item);
        });
        var reached = Enumerable.Range(0, data.ItemCount).Select(_ => new List<(int Item, double Similarity)>()).ToArray();
        for (var item = 0; item < found.Length; item++)
        {
            for (var i = 0; i < found[item].Items.Length; i++)
            {
                reached[found[item].Items[i]].Add((item, found[item].Similarities[i]));
            }
        }

        return new NeighboursModel(data.Items, [.. reached.Select(list => list.ToArray())], data.Popularity());
    }

    private (int[] Items, double[] Similarities) Nearest(Interactions data, int item)
    {
        var counts = new int[data.ItemCount];
        var touched = new List<int>();
        foreach (var user in data.UsersOf(item))
        {
            foreach (var other in data.ItemsOf(user))
            {
                if (other != item && counts[other]++ == 0)
                {
                    touched.Add(other);
                }
            }
        }

        touched.Sort();
        double[] similarities = [.. touched.Select(other => counts[other] / (Math.Sqrt((double)data.UsersOf(item).Length * data.UsersOf(other).Length) + options.Shrinkage))];
        int[] best = [.. ScoreOrder.Falling(similarities).Take(options.Neighbours)];
        return ([.. best.Select(place => touched[place])], [.. best.Select(place => similarities[place])]);
    }
}
