using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Library;

/// <summary>What the figures of ready segments are counted from in a workspace.</summary>
/// <param name="Frequent">The most frequent events.</param>
/// <param name="Tickets">Those that ask for help.</param>
/// <param name="Topic">The property of these that says what about; or empty.</param>
/// <param name="Surveys">Those that answer surveys.</param>
/// <param name="Answer">The property of these that is the answer in words; or empty.</param>
internal sealed record FigureNames(IReadOnlyList<string> Frequent, IReadOnlyList<string> Tickets, string Topic, IReadOnlyList<string> Surveys, string Answer)
{
    // As many as a number has bits.
    private const int MostFrequent = 63;

    public static FigureNames Of(ICatalogue catalogue)
    {
        var tickets = catalogue.EventNames.Where(name => NeedsBasedEntries.Tickets.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        var surveys = catalogue.EventNames.Where(name => PsychographicEntries.Surveys.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        return new FigureNames(
            [.. catalogue.EventNames.OrderByDescending(name => catalogue.FindEvent(name)!.Occurrences).ThenBy(name => name, StringComparer.Ordinal).Take(MostFrequent)],
            tickets,
            Property(tickets, NeedsBasedEntries.Topics),
            surveys,
            Property(surveys, ["value", "answer", "response", "choice"]));

        string Property(IEnumerable<string> events, IEnumerable<string> names) =>
            names.FirstOrDefault(name => events.Any(one => catalogue.FindEvent(one)!.Properties.Any(property => property.Path == name))) ?? string.Empty;
    }
}
