using System.Globalization;
using System.Text.RegularExpressions;

namespace Tessera.Engine.Native;

/// <summary>An error in ClickHouse's own vocabulary: a numeric code, its upper-case name and a message.</summary>
internal sealed partial class EngineException(int code, string name, string message) : Exception(message)
{
    public int Code { get; } = code;

    /// <summary>ClickHouse's name of the code, such as UNKNOWN_TABLE; empty when the engine did not say.</summary>
    public string Name { get; } = name;

    /// <summary>The text a ClickHouse server would send, without its version.</summary>
    public string Text => Name.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"Code: {Code}. DB::Exception: {Message}")
        : string.Create(CultureInfo.InvariantCulture, $"Code: {Code}. DB::Exception: {Message} ({Name})");

    /// <summary>Reads an engine message: "Code: 60. DB::Exception: … (UNKNOWN_TABLE) (version …)".</summary>
    public static EngineException Parse(string text)
    {
        var rest = text.Trim();
        var code = 0;
        while (Prefix().Match(rest) is { Success: true } prefix)
        {
            // The innermost code is the cause when the engine repeats the prefix.
            code = int.Parse(prefix.Groups["code"].ValueSpan, CultureInfo.InvariantCulture);
            rest = rest[prefix.Length..];
        }

        rest = Version().Replace(rest, "");
        var name = "";
        while (Suffix().Match(rest) is { Success: true } suffix)
        {
            name = suffix.Groups["name"].Value;
            rest = rest[..suffix.Index];
            rest = Version().Replace(rest, "");
        }

        // Texts without a code come from the library's own checks, before ClickHouse's code was reached.
        return code == 0
            ? new EngineException(EngineErrors.UnknownException, "UNKNOWN_EXCEPTION", rest)
            : new EngineException(code, name, rest.TrimEnd());
    }

    [GeneratedRegex(@"\ACode: (?<code>\d+)\. DB::Exception: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*\(version [^()]*(\([^()]*\))?\)\.?\s*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"\s*\((?<name>[A-Z][A-Z0-9_]{2,})\)\s*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();
}
