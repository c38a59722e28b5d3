namespace Tessera.Learning.Tests.Clustering;

/// <summary>HDBSCAN from its definitions: components of the graph of mutual reachability at every level. Plain on purpose: do not optimise.</summary>
internal static class NaiveHdbscan
{
    public static int[] Fit(double[][] columns, int minimumSize, int neighbours)
    {
        var n = columns[0].Length;
        double Distance(int a, int b) => Math.Sqrt(columns.Sum(column => (column[a] - column[b]) * (column[a] - column[b])));
        var core = Enumerable.Range(0, n).Select(a => Enumerable.Range(0, n).Select(b => Distance(a, b)).Order().ElementAt(neighbours - 1)).ToArray();
        double Reach(int a, int b) => Math.Max(Math.Max(core[a], core[b]), Distance(a, b));
        var assigned = Enumerable.Repeat(-1, n).ToArray();
        var (_, clusters) = Explore([.. Enumerable.Range(0, n)], 0, isRoot: true);
        for (var i = 0; i < clusters.Count; i++)
        {
            foreach (var row in clusters[i])
            {
                assigned[row] = i;
            }
        }

        return assigned;

        // The best stability within a cluster that is born at λ, and the clusters that have it.
        (double Stability, List<List<int>> Clusters) Explore(List<int> born, double birth, bool isRoot)
        {
            var (own, members) = (0.0, born);
            while (true)
            {
                // The level at which the members fall apart: the longest edge of their spanning tree.
                var level = Longest(members);
                var lambda = 1 / level;
                var parts = Parts(members, level);
                var large = parts.Where(part => part.Count >= minimumSize).ToList();
                if (large.Count == 1)
                {
                    own += (members.Count - large[0].Count) * (lambda - birth);
                    members = large[0];
                    continue;
                }

                own += members.Count * (lambda - birth);
                var below = large.Select(part => Explore(part, lambda, isRoot: false)).ToList();
                return !isRoot && own >= below.Sum(each => each.Stability) ? (own, [born]) : (below.Sum(each => each.Stability), [.. below.SelectMany(each => each.Clusters)]);
            }
        }

        double Longest(List<int> members)
        {
            var inside = new HashSet<int> { members[0] };
            var longest = 0.0;
            while (inside.Count < members.Count)
            {
                var (distance, next) = members.Where(row => !inside.Contains(row)).Select(row => (inside.Min(other => Reach(row, other)), row)).Min();
                longest = Math.Max(longest, distance);
                inside.Add(next);
            }

            return longest;
        }

        List<List<int>> Parts(List<int> members, double level)
        {
            var left = members.ToHashSet();
            var parts = new List<List<int>>();
            while (left.Count > 0)
            {
                var part = new List<int> { left.First() };
                left.Remove(part[0]);
                for (var i = 0; i < part.Count; i++)
                {
                    foreach (var row in left.Where(row => Reach(part[i], row) < level).ToList())
                    {
                        left.Remove(row);
                        part.Add(row);
                    }
                }

                parts.Add(part);
            }

            return parts;
        }
    }
}
