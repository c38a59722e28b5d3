namespace Tessera.Segments.Text;

/// <summary>Finds the known name that a misspelt one was probably meant to be.</summary>
public static class Nearest
{
    private const int MaxLength = 100;

    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap neighbours), ignoring case; null when even that one
    /// is not near: more than a third of its letters wrong, and more than one.
    /// </summary>
    /// <remarks>Of several as near, the first. Costs candidates × length × edits; names over a hundred characters are left alone.</remarks>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is.</param>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return null;
        }

        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var limit = Math.Min(bestDistance - 1, Math.Max(1, Math.Max(name.Length, candidate.Length) / 3));
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) > limit || string.Equals(candidate, name, StringComparison.Ordinal))
            {
                continue;
            }

            var distance = Distance(name, candidate);
            if (distance <= limit && distance < Math.Max(name.Length, candidate.Length))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The optimal string alignment distance, ignoring case.</summary>
    internal static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replace = last[column - 1] + (Same(left[row - 1], right[column - 1]) ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                {
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
