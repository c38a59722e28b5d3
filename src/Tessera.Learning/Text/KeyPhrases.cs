namespace Tessera.Learning.Text;

/// <summary>Finds the phrases that texts are about: words between stop words and punctuation, scored by the company they keep (RAKE).</summary>
/// <remarks>
/// A word scores degree/frequency: the mean length of the phrases it is in. English stop words.
/// <para>Reference: Rose, Engel, Cramer and Cowley (2010), Automatic Keyword Extraction from Individual Documents, Text Mining: Applications and Theory, section 1.2. O(words).</para>
/// </remarks>
public static class KeyPhrases
{
    private static readonly char[] Breaks = ['.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '{', '}', '"', '\n', '\r', '\t', '/', '…', '–', '—'];

    /// <summary>The phrases of some texts together, the best first.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">The most phrases.</param>
    /// <param name="minimumCount">How often a phrase must occur, at least 1.</param>
    /// <param name="longest">The most words of a phrase, at least 1; longer runs are no phrases.</param>
    public static IReadOnlyList<KeyPhrase> Of(IEnumerable<string> texts, int count, int minimumCount = 1, int longest = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var (frequency, degree) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var phrases = new Dictionary<string, (string[] Words, int Count)>(StringComparer.Ordinal);
        foreach (var words in texts.SelectMany(Candidates).Where(words => words.Length <= longest))
        {
            foreach (var word in words)
            {
                frequency[word] = frequency.GetValueOrDefault(word) + 1;
                degree[word] = degree.GetValueOrDefault(word) + words.Length;
            }

            var phrase = string.Join(' ', words);
            phrases[phrase] = (words, phrases.GetValueOrDefault(phrase).Count + 1);
        }

        return [.. phrases
            .Where(each => each.Value.Count >= minimumCount)
            .Select(each => new KeyPhrase(each.Key, each.Value.Words.Sum(word => (double)degree[word] / frequency[word]), each.Value.Count))
            .OrderByDescending(each => each.Score).ThenByDescending(each => each.Count).ThenBy(each => each.Phrase, StringComparer.Ordinal)
            .Take(count)];
    }

    private static IEnumerable<string[]> Candidates(string text)
    {
        foreach (var part in text.Split(Breaks))
        {
            var words = new List<string>();
            foreach (var word in Tokenizer.Words(part))
            {
                if (!StopWords.Contains(word) && !char.IsDigit(word[0]))
                {
                    words.Add(word);
                }
                else if (words.Count > 0)
                {
                    yield return [.. words];
                    words.Clear();
                }
            }

            if (words.Count > 0)
            {
                yield return [.. words];
            }
        }
    }
}
