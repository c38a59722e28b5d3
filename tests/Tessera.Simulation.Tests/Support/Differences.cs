namespace Tessera.Simulation.Tests.Support;

/// <summary>Compares long sequences and tells of the first place where they differ, not of all they hold.</summary>
internal static class Differences
{
    /// <summary>The first difference, or null if the sequences are equal.</summary>
    public static string? First<T>(IEnumerable<T> actual, IEnumerable<T> expected)
    {
        using var left = actual.GetEnumerator();
        using var right = expected.GetEnumerator();
        for (var index = 0; ; index++)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft && !hasRight)
            {
                return null;
            }

            if (hasLeft != hasRight || !EqualityComparer<T>.Default.Equals(left.Current, right.Current))
            {
                return $"[{index}] is {(hasLeft ? left.Current : "missing")} but should be {(hasRight ? right.Current : "missing")}";
            }
        }
    }
}
