using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rules.Catalogues;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>What definitions can be about in a workspace.</summary>
/// <param name="Events">The events seen, the most frequent first.</param>
/// <param name="Traits">What is known of customers, most widespread first; those of their companies begin with <c>company.</c>, those of their devices with <c>context.</c>.</param>
/// <param name="Segments">The segments that definitions can refer to.</param>
/// <param name="Customers">How many customers there are.</param>
/// <param name="LearnedAt">When this was learned.</param>
internal sealed record VocabularyView(
    IReadOnlyList<VocabularyEvent> Events, IReadOnlyList<VocabularyPath> Traits, IReadOnlyList<SegmentName> Segments, long Customers, DateTimeOffset LearnedAt)
{
    private const int MostEvents = 1000;
    private const int MostPaths = 500;

    /// <summary>Says what was learned.</summary>
    public static VocabularyView Of(LearnedCatalogue learned, IEnumerable<SegmentName> segments)
    {
        var catalogue = learned.Catalogue;
        return new VocabularyView(
            [.. catalogue.EventNames.Select(name => catalogue.FindEvent(name)!)
                .OrderByDescending(facts => facts.Occurrences).ThenBy(facts => facts.Name, StringComparer.Ordinal)
                .Take(MostEvents)
                .Select(facts => new VocabularyEvent(facts.Name, facts.Occurrences, learned.LastSeen[facts.Name], Paths(facts.Properties, facts.Occurrences)))],
            Paths(catalogue.TraitPaths.Select(path => catalogue.FindTrait(path)!), catalogue.Customers),
            [.. segments],
            catalogue.Customers,
            learned.LearnedAt);
    }

    private static IReadOnlyList<VocabularyPath> Paths(IEnumerable<ValueFacts> facts, long all) =>
    [
        .. facts.OrderByDescending(path => path.Occurrences).ThenBy(path => path.Path, StringComparer.Ordinal).Take(MostPaths).Select(path => new VocabularyPath(
            path.Path, Types(path.Types), Part(path.Occurrences, all), [.. path.TopValues.Select(value => new VocabularyValue(value.Value, Part(value.Occurrences, path.Occurrences)))])),
    ];

    private static IReadOnlyList<string> Types(ValueTypes types) =>
        [.. Enum.GetValues<ValueTypes>().Where(type => type != ValueTypes.None && types.HasFlag(type)).Select(Name).Distinct(StringComparer.Ordinal)];

    private static string Name(ValueTypes type) => type switch
    {
        ValueTypes.Number or ValueTypes.NumericText => "number",
        ValueTypes.DateText => "date",
        ValueTypes.Boolean => "boolean",
        ValueTypes.List => "list",
        ValueTypes.Object => "object",
        _ => "text",
    };

    private static double Part(long some, long all) => all > 0 ? Math.Min(1, some / (double)all) : 0;
}

/// <summary>An event seen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many there are.</param>
/// <param name="LastSeen">When it happened last.</param>
/// <param name="Properties">What is said about it.</param>
internal sealed record VocabularyEvent(string Name, long Count, DateTimeOffset LastSeen, IReadOnlyList<VocabularyPath> Properties);

/// <summary>A trait of customers or a property of an event.</summary>
/// <param name="Path">Its path, dotted.</param>
/// <param name="Types">What its values are: <c>text</c>, <c>number</c>, <c>date</c>, <c>boolean</c>, <c>list</c>, <c>object</c>.</param>
/// <param name="Share">Which part of the customers or events has it, about, 0 to 1.</param>
/// <param name="Values">Its most frequent values, the most frequent first.</param>
internal sealed record VocabularyPath(string Path, IReadOnlyList<string> Types, double Share, IReadOnlyList<VocabularyValue> Values);

/// <summary>A value seen.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Share">Its part of all values of the path, about, 0 to 1.</param>
internal sealed record VocabularyValue(string Value, double Share);
