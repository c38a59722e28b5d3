using System.Globalization;

namespace Tessera.Learning.Text;

/// <summary>Sentiment of English text by a list of words and a few rules: no training needed.</summary>
/// <remarks>
/// Words have strengths from −4 to 4. A word among the three before turns it around (not), strengthens (very) or weakens it (slightly); what follows a "but" counts more than what
/// precedes it; an exclamation mark strengthens. The sum s becomes s/√(s² + 15), −1 to 1.
/// <para>Reference: the rules and the last formula are those of Hutto and Gilbert (2014), VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text, ICWSM, section
/// 3.2; the words and strengths are this library's own. O(words).</para>
/// </remarks>
public static class SentimentLexicon
{
    private const double Negation = -0.74;
    private const double Step = 0.293;
    private const double BeforeBut = 0.5;
    private const double AfterBut = 1.5;
    private const double Exclamation = 0.292;
    private const double Normaliser = 15;
    private const int Reach = 3;

    private static readonly Dictionary<string, double> Strengths = Read();
    private static readonly HashSet<string> Negations = new(
        ("not no never none nobody nothing neither nor nowhere without cannot hardly barely lacks lack ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't shouldn't wasn't "
        + "weren't won't wouldn't dont didnt doesnt isnt wasnt cant wont couldnt wouldnt").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Stronger = new(
        "very really extremely absolutely completely totally so too incredibly highly especially deeply truly utterly most remarkably exceptionally super quite".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Weaker = new("slightly somewhat barely hardly almost little partly fairly kinda sorta marginally".Split(' '), StringComparer.Ordinal);

    /// <summary>The sentiment of a text, −1 (negative) to 1 (positive); 0 where no word says anything.</summary>
    /// <param name="text">The text.</param>
    public static double Score(string text)
    {
        var words = Tokenizer.Words(text);
        var but = Enumerable.Range(0, words.Count).LastOrDefault(i => words[i] is "but" or "however", -1);
        var sum = 0.0;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Strengths.TryGetValue(words[i], out var strength))
            {
                continue;
            }

            strength = Modified(words, i, strength);
            sum += but < 0 ? strength : i < but ? BeforeBut * strength : AfterBut * strength;
        }

        sum += Math.Sign(sum) * Exclamation * Math.Min(4, text.Count(letter => letter == '!'));
        return sum / Math.Sqrt((sum * sum) + Normaliser);
    }

    private static double Modified(IReadOnlyList<string> words, int place, double strength)
    {
        for (var distance = 1; distance <= Reach && place - distance >= 0; distance++)
        {
            var word = words[place - distance];
            // The farther away, the less.
            var share = 1 - (0.05 * (distance - 1));
            strength += Stronger.Contains(word) ? Math.Sign(strength) * Step * share : Weaker.Contains(word) ? -Math.Sign(strength) * Step * share : 0;
            strength *= Negations.Contains(word) ? Negation : 1;
        }

        return strength;
    }

    private static Dictionary<string, double> Read()
    {
        var strengths = new Dictionary<string, double>(StringComparer.Ordinal);
        using var stream = typeof(SentimentLexicon).Assembly.GetManifestResourceStream("Tessera.Learning.Text.sentiment-english.txt")
            ?? throw new InvalidOperationException("The list of words is not part of this build.");
        using var reader = new StreamReader(stream);
        // A line is a strength and the words that have it.
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in parts.Skip(1))
            {
                strengths.TryAdd(word, double.Parse(parts[0], CultureInfo.InvariantCulture));
            }
        }

        return strengths;
    }
}
