namespace Tessera.Server.Segments.Rules.Versions;

/// <summary>What changed between two texts, line by line.</summary>
internal static class LineDiff
{
    /// <summary>The lines of both texts in order: as many as can be are the same, and what is removed comes before what is added in its place.</summary>
    /// <remarks>By the longest common subsequence; takes time and memory in the product of the lengths, which are short.</remarks>
    public static IReadOnlyList<DiffLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<DiffLine> lines = [];
        var (old, now) = (0, 0);
        while (old < before.Count || now < after.Count)
        {
            if (old < before.Count && now < after.Count && before[old] == after[now])
            {
                lines.Add(new DiffLine(DiffLine.Same, before[old++]));
                now++;
            }
            else if (old < before.Count && (now == after.Count || common[old + 1, now] >= common[old, now + 1]))
            {
                lines.Add(new DiffLine(DiffLine.Removed, before[old++]));
            }
            else
            {
                lines.Add(new DiffLine(DiffLine.Added, after[now++]));
            }
        }

        return lines;
    }
}
