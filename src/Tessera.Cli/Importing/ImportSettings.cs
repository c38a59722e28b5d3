using System.Collections.Immutable;

namespace Tessera.Cli.Importing;

/// <summary>What the user said about the content of a file; what is not said is recognised by the server and shown.</summary>
/// <param name="Map">The column or formula of each target.</param>
/// <param name="Options">Further options by their name in the API, such as <c>dateFormat</c>.</param>
internal sealed record ImportSettings(ImmutableSortedDictionary<string, string> Map, ImmutableSortedDictionary<string, object> Options)
{
    private const string MapPrefix = "map.";

    public static ImportSettings None { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal));

    /// <summary>The settings with one of the server's questions answered.</summary>
    /// <param name="question">The question's id: an option's name, or <c>map.</c> and a target.</param>
    /// <param name="answer">The chosen answer.</param>
    public ImportSettings With(string question, string answer) => question.StartsWith(MapPrefix, StringComparison.Ordinal)
        ? this with { Map = Map.SetItem(question[MapPrefix.Length..], answer) }
        : this with { Options = Options.SetItem(question, answer) };

    /// <summary>How the same answer is given on the command line.</summary>
    public static string Argument(string question, string answer)
    {
        var quoted = answer.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.' or ',') ? answer : $"'{answer}'";
        return question.StartsWith(MapPrefix, StringComparison.Ordinal)
            ? $"--map {question[MapPrefix.Length..]}={quoted}"
            : $"--{string.Concat(question.Select(character => char.IsUpper(character) ? $"-{char.ToLowerInvariant(character)}" : character.ToString()))} {quoted}";
    }
}
