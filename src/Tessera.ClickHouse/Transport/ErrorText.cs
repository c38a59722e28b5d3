using System.Globalization;
using System.Text.RegularExpressions;

namespace Tessera.ClickHouse.Transport;

/// <summary>Makes one readable sentence of what the engine writes about an error.</summary>
internal static partial class ErrorText
{
    private const int Longest = 600;

    /// <summary>Finds an error in a text that may have other bytes before it.</summary>
    /// <param name="text">The body of a failed answer, or the end of a result that broke off.</param>
    /// <param name="queryId">The id under which the statement ran.</param>
    /// <returns>The error, or null when the text holds none.</returns>
    public static ClickHouseException? Find(string text, string? queryId)
    {
        var match = Notation().Matches(text).LastOrDefault();
        if (match is null || !int.TryParse(match.Groups["code"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        var message = Version().Replace(match.Groups["message"].Value, "");
        var name = Name().Match(message);
        return new ClickHouseException(
            code,
            name.Groups["name"].Value,
            Sentence(name.Success ? message[..name.Index] : message),
            queryId);
    }

    /// <summary>One sentence of any text that an engine, or something between, answered.</summary>
    public static string Sentence(string message)
    {
        var text = Prefix().Replace(Surroundings().Replace(message, ""), "");
        text = Space().Replace(text, " ").Trim().TrimEnd('.', ':', ',');
        return text.Length <= Longest ? text + "." : string.Concat(text.AsSpan(0, Longest), "…");
    }

    [GeneratedRegex(@"Code:\s*(?<code>\d+)[.,][^\n]*?DB::Exception:\s*(?<message>.*)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Notation();

    [GeneratedRegex(@"\s*\(version [^)]*(\([^)]*\))?\)?.*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Version();

    [GeneratedRegex(@"\s*\((?<name>[A-Z][A-Z0-9_]+)\)\.?\s*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Name();

    // What the engine says about where it was when it happened: the whole query, the executing transform, the C++ stack.
    [GeneratedRegex(@"(\s*Stack trace.*|\.? In scope .*|:\s+[Ww]hile (executing|processing|parsing|converting) .*|\. Expected one of: .*|\s*:?\s*\(?at row \d+\)?\s*\nRow .*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Surroundings();

    [GeneratedRegex(@"(Received from [^ ]+ )?DB::Exception:\s*", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Space();
}
