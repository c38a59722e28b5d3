using System.Text;

namespace Tessera.Segments.Patterns;

/// <summary>
/// Which code points are the same when case is ignored, by Unicode's simple case folding: mostly pairs, sometimes more
/// (<c>k K K</c>, <c>σ ς Σ</c>).
/// </summary>
internal static class CaseOrbits
{
    // The last letter with a case, in Adlam, ends the search.
    private const int LastCased = 0x1E943;

    private static readonly Lazy<Dictionary<int, int[]>> Orbits = new(Find);

    /// <summary>The other code points of the same letter; empty for what has no case.</summary>
    internal static ReadOnlySpan<int> Others(int codePoint) => Orbits.Value.TryGetValue(codePoint, out var others) ? others : [];

    private static Dictionary<int, int[]> Find()
    {
        var byFold = Enumerable.Range(0, LastCased + 1)
            .Where(Rune.IsValid)
            .GroupBy(Fold)
            .Select(group => group.ToArray())
            .Where(group => group.Length > 1);
        return byFold
            .SelectMany(group => group.Select(member => (member, others: group.Where(other => other != member).ToArray())))
            .ToDictionary(entry => entry.member, entry => entry.others);
    }

    // Invariant casing leaves the long s alone, which folds to s.
    private static int Fold(int codePoint) => codePoint == 0x17F
        ? 's'
        : Rune.ToLowerInvariant(Rune.ToUpperInvariant(new Rune(codePoint))).Value;
}
