using System.Buffers;
using Tessera.Domain;

namespace Tessera.Server.Identity.Contracts;

/// <summary>Brings identifiers into the one form in which they are compared.</summary>
internal static class IdentifierValues
{
    private const int LongestValue = 512;
    private const int LongestKind = 64;
    private const int FewestDigits = 7;
    private static readonly SearchValues<char> PhonePunctuation = SearchValues.Create(" \t-./()\u00a0");

    /// <summary>The identifier in its one form; null when the value is none of its kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="value">The value as it was sent.</param>
    public static Identifier? Normalise(string kind, string? value)
    {
        var text = value?.Trim() ?? string.Empty;
        var normal = kind switch
        {
            IdentifierKinds.Email => Email(text),
            IdentifierKinds.Phone => Phone(text),
            _ => text,
        };
        return normal is { Length: > 0 and <= LongestValue } ? new Identifier(kind, normal) : null;
    }

    /// <summary>An identifier that somebody asks for, in the form in which calls have it; as it was asked for when it is none of its kind.</summary>
    public static Identifier Asked(Identifier asked)
    {
        var kind = Kind(asked.Kind) ?? asked.Kind;
        return Normalise(kind, asked.Value) ?? asked with { Kind = kind };
    }

    /// <summary>A kind as a source names it, in lower-case letters, digits and underscores; null when nothing of it is left.</summary>
    public static string? Kind(string? name)
    {
        var kind = string.Concat((name ?? string.Empty).Trim().Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_')).Trim('_');
        return kind.Length is > 0 and <= LongestKind ? kind : null;
    }

    private static string? Email(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && !text.Any(char.IsWhiteSpace) ? text.ToLowerInvariant() : null;
    }

    // Digits, with a plus in front when the number says its country.
    private static string? Phone(string text)
    {
        var digits = string.Concat(text.Where(character => !PhonePunctuation.Contains(character)));
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
        var number = digits.AsSpan(digits.StartsWith('+') ? 1 : 0);
        return number.Length >= FewestDigits && !number.ContainsAnyExceptInRange('0', '9') ? digits : null;
    }
}
