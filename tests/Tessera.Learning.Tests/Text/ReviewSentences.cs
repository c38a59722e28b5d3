using Tessera.Testing;

namespace Tessera.Learning.Tests.Text;

/// <summary>The sentences of UCI Sentiment Labelled Sentences, split as in the package sentimentr.</summary>
internal static class ReviewSentences
{
    public static (List<string> Texts, List<bool> Positive) Read()
    {
        var (texts, positive) = (new List<string>(), new List<bool>());
        foreach (var record in Records(File.ReadAllText(DataSets.Path("sentiment_review_sentences.csv"))).Skip(1).Where(record => record.Count == 4))
        {
            texts.Add(record[3]);
            positive.Add(record[2] == "1");
        }

        return (texts, positive);
    }

    // Quotes, doubled quotes and line ends within quotes.
    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && text[i] is ',' or '\n' && !quoted)
            {
                record.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (text[i] == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
            else
            {
                field.Append(text[i]);
            }
        }
    }
}
