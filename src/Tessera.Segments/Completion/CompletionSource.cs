using System.Globalization;
using Tessera.Segments.Checking;
using Tessera.Segments.Text;

namespace Tessera.Segments.Completion;

/// <summary>Finds what can fill a slot: names and values from the catalogue, amounts that are common.</summary>
internal sealed class CompletionSource(ICatalogue catalogue, ISegmentResolver segments, DateOnly today, string typed)
{
    private static readonly int[] Days = [7, 14, 30, 60, 90, 180, 365, 1];
    private static readonly double[] Percentages = [10, 20, 25, 50];
    private static readonly int[] Counts = [1, 2, 3, 5, 10, 20, 30, 60, 90];

    /// <summary>What can fill a slot, the likeliest first.</summary>
    internal IEnumerable<CompletionItem> Of(Slot slot) => slot.Kind switch
    {
        SlotKind.Event => catalogue.EventNames
            .Select(name => (Name: name, catalogue.FindEvent(name)?.Occurrences))
            .OrderByDescending(entry => entry.Occurrences).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => new CompletionItem(Printer.Quote(entry.Name), entry.Name, CompletionKind.Event, Times(entry.Occurrences ?? 0))),
        SlotKind.Trait => Paths(catalogue.TraitPaths.Select(path => (path, catalogue.FindTrait(path))), CompletionKind.Trait, "trait"),
        SlotKind.Property => Paths(Properties(slot.Subject?.Event).Select(facts => (facts.Path, (ValueFacts?)facts)), CompletionKind.Property, "property"),
        SlotKind.Value => Values(slot.Subject),
        SlotKind.Version => Values(slot.Subject).Where(item => SemanticVersion.TryParse(item.Label, out _)),
        SlotKind.Segment => segments.Keys.Order(StringComparer.Ordinal).Select(key => new CompletionItem(Printer.Quote(key), key, CompletionKind.Segment, string.Empty)),
        SlotKind.Number => Numbers(slot),
        SlotKind.Count => Counts.Where(count => slot.Beyond is not { } bound || (bound <= 0 ? count < -bound : count > bound)).Select(count => Number(count.ToString(CultureInfo.InvariantCulture))),
        SlotKind.Percentage => Percentages.Select(share => Number($"{NumberText.Format(share)}%")),
        SlotKind.Duration => Durations(Words.Units),
        SlotKind.WholeDays => Durations(Words.Units.Where(entry => entry.Unit is DurationUnit.Days or DurationUnit.Weeks)),
        SlotKind.Instant => new[] { today, new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, 1, 1) }
            .Distinct().Where(day => !(day.DayNumber < slot.Beyond)).Select(day => Number(day.ToString("O", CultureInfo.InvariantCulture))),
        _ => throw new NotSupportedException(slot.Kind.ToString()),
    };

    private IEnumerable<ValueFacts> Properties(EventName? name)
    {
        if (name is not null)
        {
            return catalogue.FindEvent(name.Value)?.Properties ?? (IEnumerable<ValueFacts>)[];
        }

        return catalogue.EventNames.SelectMany(known => catalogue.FindEvent(known)?.Properties ?? (IEnumerable<ValueFacts>)[])
            .GroupBy(facts => facts.Path, StringComparer.Ordinal)
            .Select(same => new ValueFacts(same.Key, same.Aggregate(ValueTypes.None, (types, facts) => types | facts.Types), same.Sum(facts => facts.Occurrences), []));
    }

    private static IEnumerable<CompletionItem> Paths(IEnumerable<(string Path, ValueFacts? Facts)> paths, CompletionKind kind, string prefix) => paths
        .Where(entry => entry.Path.Length > 0)
        .OrderByDescending(entry => entry.Facts?.Occurrences ?? 0).ThenBy(entry => entry.Path, StringComparer.Ordinal)
        .Select(entry => new CompletionItem(
            Printer.PathText(new ValuePath(new ValueList<string>(entry.Path.Split('.'))), prefix), entry.Path, kind, entry.Facts is { } facts ? Types(facts.Types) : string.Empty));

    private IEnumerable<CompletionItem> Values(SlotSubject? subject) => Facts(subject) is not { } facts ? []
        : facts.TopValues.Select(value => new CompletionItem(Printer.Quote(value.Value), value.Value, CompletionKind.Value, Times(value.Occurrences)));

    private IEnumerable<CompletionItem> Numbers(Slot slot) => Facts(slot.Subject) is not { } facts ? [] : facts.TopValues
        .Where(value => value.Value.Length <= NumberText.MaxLength
            && decimal.TryParse(value.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (slot.Beyond is not { } bound || (double)number >= bound))
        .Select(value => new CompletionItem(NumberText.Format(double.Parse(value.Value, CultureInfo.InvariantCulture)), value.Value, CompletionKind.Number, Times(value.Occurrences)));

    private ValueFacts? Facts(SlotSubject? subject) => subject?.Path is not { } path ? null
        : !subject.IsProperty ? catalogue.FindTrait(path.Display)
        : subject.Event is { } name ? catalogue.FindEvent(name.Value)?.FindProperty(path)
        : catalogue.EventNames.Select(known => catalogue.FindEvent(known)?.FindProperty(path)).FirstOrDefault(facts => facts is not null);

    // A number that is begun is offered with every unit.
    private IEnumerable<CompletionItem> Durations(IEnumerable<(string Word, DurationUnit Unit)> units)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            foreach (var (word, unit) in units.Reverse())
            {
                if (Duration.IsValid(count, unit))
                {
                    yield return new CompletionItem(Printer.Amount(count, word), Printer.Amount(count, word), CompletionKind.Duration, string.Empty);
                }
            }
        }

        foreach (var days in Days)
        {
            yield return new CompletionItem(Printer.Amount(days, "day"), Printer.Amount(days, "day"), CompletionKind.Duration, string.Empty);
        }
    }

    private static CompletionItem Number(string text) => new(text, text, CompletionKind.Number, string.Empty);

    private static string Times(long count) => count == 0 ? string.Empty : count == 1 ? "once" : $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} times";

    private static string Types(ValueTypes types)
    {
        (ValueTypes Type, string Word)[] words =
        [
            (ValueTypes.Text, "text"), (ValueTypes.Number | ValueTypes.NumericText, "number"), (ValueTypes.Boolean, "true or false"), (ValueTypes.DateText, "date"), (ValueTypes.List, "list"), (ValueTypes.Object, "object"),
        ];
        return string.Join(", ", words.Where(word => (types & word.Type) != ValueTypes.None).Select(word => word.Word));
    }
}
