namespace Tessera.Cli;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The candidate that is the fewest letters away: added, left out, exchanged or swapped; null when none is near.</summary>
    /// <remarks>Near is one letter, or two in words of five and more. Takes time in the product of the lengths of the words.</remarks>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var most = word.Length < 5 ? 1 : 2;
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(found => found.Distance <= most)
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Candidate, StringComparer.Ordinal)
            .Select(found => found.Candidate)
            .FirstOrDefault();
    }

    /// <summary>The optimal string alignment distance: Levenshtein's, and two letters that changed places count once.</summary>
    private static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                    steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }
}
