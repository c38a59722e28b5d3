using Tessera.Segments.Checking;
using Tessera.Segments.Text;

namespace Tessera.Segments.Completion;

/// <summary>
/// Says what may follow at a place of a definition: words that the parser would accept there, and names and values that the workspace has.
/// Takes time linear in the length of the text before the place, and in the number of names known.
/// </summary>
/// <param name="catalogue">What the workspace's data has been seen to hold.</param>
/// <param name="segments">The segments that there are.</param>
/// <param name="today">The day it is; days are offered near it.</param>
public sealed class SegmentCompleter(ICatalogue catalogue, ISegmentResolver segments, DateOnly today)
{
    private const int MostItems = 50;
    private const int MostNamesFirst = 25;

    /// <summary>What may stand at a place. Never throws on any text.</summary>
    /// <param name="text">The definition so far, whole or not.</param>
    /// <param name="position">The place, in UTF-16 code units from 0; beyond the end it is the end.</param>
    public CompletionList Complete(string text, int position)
    {
        var cursor = Cursor.At(text, Math.Clamp(position, 0, text.Length));
        if (cursor.IsInComment || cursor.From > Segment.MaxTextLength)
        {
            return new CompletionList(cursor.From, cursor.To, []);
        }

        var expected = Parser.ExpectedAfter(text[..cursor.From]);
        var source = new CompletionSource(catalogue, segments, today, cursor.Typed);
        var names = expected.Slots.SelectMany(source.Of).ToList();
        var items = names.Take(MostNamesFirst).Concat(Words(expected.Words)).Concat(names.Skip(MostNamesFirst))
            .Select((item, place) => (Item: item, Place: place, Match: cursor.Match(item)))
            .Where(entry => entry.Match is not null)
            .OrderBy(entry => entry.Match).ThenBy(entry => entry.Place)
            .Select(entry => entry.Item)
            .DistinctBy(item => item.Text, StringComparer.Ordinal)
            .Take(MostItems);
        return new CompletionList(cursor.From, cursor.To, [.. items.Select(item => cursor.NeedsSpace ? item with { Text = $" {item.Text}" } : item)]);
    }

    // One form of each word is enough, and 'in' is offered with what follows it.
    private static IEnumerable<CompletionItem> Words(IReadOnlyList<string> words) => words
        .Where(word => !words.Contains(word + "s", StringComparer.Ordinal) && !(word == "in" && words.Any(other => other.StartsWith("in ", StringComparison.Ordinal))))
        .Select(word => new CompletionItem(word, word, CompletionKind.Keyword, string.Empty));
}
