namespace Tessera.Learning.Survival;

/// <summary>How well a score orders subjects by the time of their event.</summary>
public static class Concordance
{
    /// <summary>
    /// Harrell's C: among pairs of which one is known to have had the event first, the share in which that one has the higher risk; equal
    /// risks count half. 0.5 is chance, 1 perfect order.
    /// </summary>
    /// <remarks>
    /// Reference: Harrell, Lee and Mark (1996), Multivariable prognostic models, Statistics in Medicine 15. Two events at the same time
    /// are no pair; a subject censored at the time of an event outlived it. O(n log n).
    /// </remarks>
    /// <param name="observations">The subjects, all watched from 0.</param>
    /// <param name="risks">Their scores, higher for an earlier event, [n].</param>
    /// <exception cref="NotEstimableException">No pair can be ordered.</exception>
    /// <exception cref="ArgumentException">The lists are not equally long, or an observation or risk makes no sense.</exception>
    public static double Of(IReadOnlyList<SurvivalObservation> observations, IReadOnlyList<double> risks)
    {
        SurvivalObservation.Check(observations, nameof(observations));
        ArgumentNullException.ThrowIfNull(risks);
        if (risks.Count != observations.Count || risks.Any(double.IsNaN))
        {
            throw new ArgumentException($"{observations.Count} subjects need as many risks that are numbers.", nameof(risks));
        }

        if (observations.Any(observation => observation.Entry > 0))
        {
            throw new ArgumentException("Concordance compares subjects that are all watched from time 0.", nameof(observations));
        }

        // From the longest time to the shortest, a tree that counts the risks of those who outlived the current one.
        double[] levels = [.. risks.Distinct().Order()];
        var tree = new long[levels.Length + 1];
        var order = Enumerable.Range(0, risks.Count).OrderByDescending(i => observations[i].Time).ThenBy(i => observations[i].Event).ToArray();
        long counted = 0;
        double concordant = 0, pairs = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            var (time, isEvent) = (observations[order[start]].Time, observations[order[start]].Event);
            for (end = start; end < order.Length && observations[order[end]].Time == time && observations[order[end]].Event == isEvent; end++)
            {
                if (isEvent)
                {
                    var level = Array.BinarySearch(levels, risks[order[end]]);
                    var below = Below(level);
                    concordant += below + (0.5 * (Below(level + 1) - below));
                    pairs += counted;
                }
            }

            for (var i = start; i < end; i++)
            {
                counted++;
                for (var node = Array.BinarySearch(levels, risks[order[i]]) + 1; node < tree.Length; node += node & -node)
                {
                    tree[node]++;
                }
            }
        }

        return pairs > 0 ? concordant / pairs : throw new NotEstimableException("Concordance cannot be estimated: no subject is known to have outlived the event of another.");

        long Below(int level)
        {
            long sum = 0;
            for (var node = level; node > 0; node -= node & -node)
            {
                sum += tree[node];
            }

            return sum;
        }
    }
}
