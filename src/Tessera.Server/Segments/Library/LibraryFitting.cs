using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Library;

/// <summary>Fits one ready segment to a workspace: finds the events, properties and traits it is about by their usual names, and notes what is missing.</summary>
/// <param name="catalogue">What the workspace's data holds.</param>
/// <param name="data">What else was asked of it.</param>
/// <param name="chosen">What somebody chose instead of what would be found.</param>
internal sealed partial class LibraryFitting(ICatalogue catalogue, LibraryData data, IReadOnlyDictionary<string, string> chosen)
{
    private readonly List<LibraryParameter> parameters = [];
    private readonly List<string> missing = [];

    /// <summary>What can be chosen, with what was found or chosen.</summary>
    public IReadOnlyList<LibraryParameter> Parameters => parameters;

    /// <summary>What the workspace's data lacks, a sentence each.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>The workspace's data.</summary>
    public ICatalogue Catalogue => catalogue;

    /// <summary>What else was asked of it.</summary>
    public LibraryData Data => data;

    /// <summary>What its customers spend.</summary>
    public LibrarySpending Spending => data.Spending;

    /// <summary>An event, as it is written in a definition.</summary>
    public string Event(string parameter, string description, params string[] names)
    {
        var found = Choose(parameter, description, FindEvent(names));
        if (found is null)
        {
            missing.Add($"{description} is not known: no event {Quoted(names[0])} was received. Send it with a track call, or name yours in the parameter {parameter}.");
        }
        else if (catalogue.Customers >= LibraryBounds.Customers && catalogue.FindEvent(found) is { Occurrences: < LibraryBounds.Events } rare)
        {
            missing.Add($"{description} is too rare: {Quoted(found)} was received {Times(rare.Occurrences)}, and at least {LibraryBounds.Events} times are needed. Send it with each track call it belongs to, or name another in the parameter {parameter}.");
        }

        return Quoted(found ?? names[0]);
    }

    /// <summary>The first of some events that was received; null when none was.</summary>
    public string? FindEvent(params string[] names) =>
        names.Select(name => catalogue.EventNames.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase))).OfType<string>().FirstOrDefault();

    /// <summary>A trait, as it is written in a definition.</summary>
    public string Trait(string parameter, string description, params string[] paths)
    {
        var found = Choose(parameter, description, paths.FirstOrDefault(path => catalogue.FindTrait(path) is { Occurrences: > 0 }));
        if (found is null)
        {
            missing.Add($"{description} is not known: no customer has the trait {paths[0]}. Send it with {Sender(paths[0])}, or name yours in the parameter {parameter}.");
        }
        else if (catalogue.Customers >= LibraryBounds.Customers && catalogue.FindTrait(found) is { } facts && !found.StartsWith("company.", StringComparison.Ordinal) && facts.Occurrences < LibraryBounds.Traits * catalogue.Customers)
        {
            missing.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{description} is known of too few: {facts.Occurrences:#,0} of {catalogue.Customers:#,0} customers have the trait {found}, and at least {LibraryBounds.Traits * 100}% are needed. Send it with {Sender(found)}."));
        }

        return PathText(found ?? paths[0], "trait");
    }

    /// <summary>A property of an event, as it is written in a definition.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="description">What it is.</param>
    /// <param name="of">The event, as it is written.</param>
    /// <param name="paths">What it may be called.</param>
    public string Property(string parameter, string description, string of, params string[] paths)
    {
        var facts = catalogue.FindEvent(Unquoted(of));
        var found = Choose(parameter, description, paths.FirstOrDefault(path => facts?.Properties.Any(property => property.Path == path) == true));
        if (found is null && facts is not null)
        {
            missing.Add($"{description} is not known: {of} has no property {paths[0]}. Send it along, or name yours in the parameter {parameter}.");
        }

        return PathText(found ?? paths[0], "property");
    }

    /// <summary>A value, as it is written in a definition: the most frequent one that will do.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="description">What it is.</param>
    /// <param name="values">What is known of the values.</param>
    /// <param name="suitable">Which values will do; null: any.</param>
    public string Value(string parameter, string description, ValueFacts? values, Func<string, bool>? suitable = null)
    {
        var found = Choose(parameter, description, values?.TopValues.Select(value => value.Value).FirstOrDefault(value => suitable?.Invoke(value) != false));
        if (found is null && missing.Count == 0)
        {
            missing.Add($"{description} is not known: {values?.Path ?? "what was chosen"} has no such value. Name yours in the parameter {parameter}.");
        }

        return Quoted(found ?? string.Empty);
    }

    /// <summary>A list of values, as it is written in a definition after <c>one of</c>: all that will do.</summary>
    /// <param name="parameter">The parameter's name; its value names them with commas between.</param>
    /// <param name="description">What they are.</param>
    /// <param name="values">What is known of the values.</param>
    /// <param name="suitable">Which values will do.</param>
    public string Values(string parameter, string description, ValueFacts? values, Func<string, bool> suitable)
    {
        List<string> found = [.. values?.TopValues.Select(value => value.Value).Where(suitable) ?? []];
        var text = Choose(parameter, description, found.Count == 0 ? null : string.Join(", ", found));
        if (text is null && missing.Count == 0)
        {
            missing.Add($"{description} is not known: {Seen(values)}. Name it in the parameter {parameter}.");
        }

        return $"({string.Join(", ", (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries).Select(Quoted))})";
    }

    /// <summary>The highest score of a scale, learned from the scores given; asked for where these are too few.</summary>
    public double? Scale(string parameter, string description, LibraryScores? scores)
    {
        var text = Choose(parameter, description, scores?.Scale?.ToString(CultureInfo.InvariantCulture));
        if (text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale > 0)
        {
            return scale;
        }

        missing.Add(text is not null
            ? $"{parameter} is \"{text}\", which is no highest score."
            : $"{description} is not known: {(scores is null ? "no scores were given" : $"{Times(scores.Answers)} a score was given")}, and at least 10 are needed to tell. Send them as numbers, or name the highest that can be given in the parameter {parameter}.");
        return null;
    }

    /// <summary>A number, as it is written in a definition.</summary>
    public string Number(string parameter, string description, double value)
    {
        var text = Choose(parameter, description, value.ToString(CultureInfo.InvariantCulture))!;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            missing.Add($"{parameter} is \"{text}\", which is no number.");
        }

        return text;
    }

    /// <summary>What is known of a property of an event, both as written in a definition.</summary>
    public ValueFacts? FactsOf(string eventText, string path) => catalogue.FindEvent(Unquoted(eventText))?.Properties.FirstOrDefault(property => property.Path == path);

    /// <summary>What is known of a trait.</summary>
    public ValueFacts? FactsOf(string path) => catalogue.FindTrait(path);

    /// <summary>Notes that something is missing.</summary>
    public void Miss(string sentence) => missing.Add(sentence);

    /// <summary>A text in the quotes of the language.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Unquoted(string text) => text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    private static string PathText(string path, string kind) => SimplePath().IsMatch(path) ? path : $"{kind} {Quoted(path)}";

    private static string Sender(string path) => path.Split('.')[0] switch
    {
        "company" => "a group call",
        "context" => "the context of any call",
        _ => "an identify call, or a file of customers",
    };

    private static string Times(long count) => count == 1 ? "once" : $"{count.ToString(CultureInfo.InvariantCulture)} times";

    private static string Seen(ValueFacts? values) => values is { TopValues.Count: > 0 }
        ? $"{values.Path} has the values {string.Join(", ", values.TopValues.Take(8).Select(value => Quoted(value.Value)))}"
        : "no values were seen";

    private string? Choose(string parameter, string description, string? found)
    {
        var value = chosen.TryGetValue(parameter, out var other) && other.Length > 0 ? other : found;
        if (parameters.All(known => known.Name != parameter))
        {
            parameters.Add(new LibraryParameter(parameter, description, value));
        }

        return value;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SimplePath();
}
