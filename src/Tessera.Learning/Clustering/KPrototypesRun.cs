using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>One run of K-prototypes from rows drawn as k-means++ draws them.</summary>
internal sealed class KPrototypesRun(FeatureSchema schema, double[][] rows, MixedDistance distance, int clusters)
{
    public double[][] Prototypes { get; private set; } = [];

    public int[] Assigned { get; private set; } = [];

    public double Cost { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public void Run(SeededRandom random, int maximumIterations, CancellationToken cancellationToken)
    {
        Start(random);
        Assigned = new int[rows.Length];
        Array.Fill(Assigned, -1);
        while (Iterations < maximumIterations && !Converged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            Converged = !Assign();
            Refill();
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                Prototypes[cluster] = Prototype([.. Enumerable.Range(0, rows.Length).Where(row => Assigned[row] == cluster).Select(row => rows[row])]);
            }
        }

        Cost = Enumerable.Range(0, rows.Length).Sum(row => distance.Of(rows[row], Prototypes[Assigned[row]]));
    }

    private void Start(SeededRandom random)
    {
        Prototypes = new double[clusters][];
        Prototypes[0] = [.. rows[random.NextInt(rows.Length)]];
        double[] nearest = [.. rows.Select(row => distance.Of(row, Prototypes[0]))];
        for (var cluster = 1; cluster < clusters; cluster++)
        {
            var rest = random.NextDouble() * nearest.Sum();
            var drawn = 0;
            while (drawn < rows.Length - 1 && (rest -= nearest[drawn]) >= 0)
            {
                drawn++;
            }

            Prototypes[cluster] = [.. rows[drawn]];
            for (var row = 0; row < rows.Length; row++)
            {
                nearest[row] = Math.Min(nearest[row], distance.Of(rows[row], Prototypes[cluster]));
            }
        }
    }

    private bool Assign()
    {
        var changed = false;
        for (var row = 0; row < rows.Length; row++)
        {
            var (best, least) = (0, double.PositiveInfinity);
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                var each = distance.Of(rows[row], Prototypes[cluster]);
                if (each < least)
                {
                    (best, least) = (cluster, each);
                }
            }

            changed |= Assigned[row] != best;
            Assigned[row] = best;
        }

        return changed;
    }

    // A cluster without rows takes the row farthest from its prototype.
    private void Refill()
    {
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            if (Array.IndexOf(Assigned, cluster) < 0)
            {
                var farthest = Enumerable.Range(0, rows.Length).Where(row => Assigned.Count(each => each == Assigned[row]) > 1).MaxBy(row => distance.Of(rows[row], Prototypes[Assigned[row]]));
                Assigned[farthest] = cluster;
                Converged = false;
            }
        }
    }

    // The mean of numbers, the most frequent of categories; of equally frequent ones the first.
    private double[] Prototype(double[][] members) => [.. Enumerable.Range(0, schema.Count).Select(feature => schema[feature].IsCategorical
        ? members.CountBy(row => row[feature]).OrderByDescending(each => each.Value).ThenBy(each => each.Key).First().Key
        : members.Average(row => row[feature]))];
}
