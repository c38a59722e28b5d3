using System.Text.RegularExpressions;

namespace Tessera.Cli.Importing;

/// <summary>Says what the server says with the words of the command line: its options by their names here.</summary>
internal static partial class CommandLineWords
{
    /// <summary>The sentence with <c>the option dateFormat</c> as <c>--date-format</c>.</summary>
    public static string For(string sentence)
    {
        sentence = Rates().Replace(sentence, "--rate ${code}=${rate}");
        sentence = NoHeader().Replace(sentence, "use --no-header");
        return NamedOption().Replace(sentence, option => $"--{Kebab(option.Groups["name"].Value)}");
    }

    /// <summary>"withoutCustomer" as "without customer", "other-currency" as "other currency".</summary>
    public static string Plain(string name) => Kebab(name).Replace('-', ' ').Replace('_', ' ');

    /// <summary>"dateFormat" as "date-format".</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select(character => char.IsUpper(character) ? $"-{char.ToLowerInvariant(character)}" : character.ToString()));

    [GeneratedRegex("""the option rates, such as \{"(?<code>\w+)": (?<rate>[\d.]+)\}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rates();

    [GeneratedRegex("set the option header to false", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoHeader();

    [GeneratedRegex(@"\bthe option (?<name>currency|customerKind|dateFormat|numberFormat|timeZone|sheet|delimiter|skipLines)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedOption();
}
