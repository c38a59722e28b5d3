namespace Tessera.Learning.Clustering;

/// <summary>Numbers clusters by their size.</summary>
internal static class ClusterOrder
{
    /// <summary>The clusters with the largest first; of equally large ones the order stays.</summary>
    /// <returns>The new number of each row's cluster, the sizes, and the old number of each new one.</returns>
    public static (int[] Assigned, int[] Sizes, int[] Order) BySize(int[] assigned, int count)
    {
        var counts = new int[count];
        foreach (var cluster in assigned)
        {
            counts[cluster]++;
        }

        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(cluster => counts[cluster])];
        var rank = new int[count];
        for (var place = 0; place < count; place++)
        {
            rank[order[place]] = place;
        }

        return ([.. assigned.Select(cluster => rank[cluster])], [.. order.Select(cluster => counts[cluster])], order);
    }
}
