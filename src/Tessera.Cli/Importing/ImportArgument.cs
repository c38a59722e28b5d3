namespace Tessera.Cli.Importing;

/// <summary>How a question of the server is answered on the command line.</summary>
internal static class ImportArgument
{
    private const string MapPrefix = "map.";

    /// <param name="question">The question's id: an option's name in the API, or <c>map.</c> and a target.</param>
    /// <param name="answer">One of its answers.</param>
    public static string For(string question, string answer)
    {
        var quoted = answer.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.' or ',') ? answer : $"'{answer}'";
        return question.StartsWith(MapPrefix, StringComparison.Ordinal)
            ? $"--map {question[MapPrefix.Length..]}={quoted}"
            : $"--{CommandLineWords.Kebab(question)} {quoted}";
    }
}
