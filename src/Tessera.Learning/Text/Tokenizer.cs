using System.Text;

namespace Tessera.Learning.Text;

/// <summary>Cuts text into words: runs of letters and digits in lower case, with apostrophes and hyphens inside them.</summary>
/// <remarks>Letters and digits are those of Unicode. Curly apostrophes become straight ones. Deterministic in any culture. O(length).</remarks>
public static class Tokenizer
{
    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0 && (letter is '\'' or '\u2019' or '-') && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            {
                word.Append(letter == '-' ? '-' : '\'');
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>The sentences of a text: cut after . ! ? … and at line ends, without the spaces around them.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' or '\r' || (text[i] is '.' or '!' or '?' or '…' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (ends)
            {
                Add(i + 1);
            }
        }

        Add(text.Length);
        return sentences;

        void Add(int end)
        {
            var sentence = text[start..end].Trim();
            if (sentence.Length > 0)
            {
                sentences.Add(sentence);
            }

            start = end;
        }
    }
}
