using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Tessera.Segments;

/// <summary>
/// A version in the order of Semantic Versioning 2.0.0, section 11: numbers by size, a pre-release before its release,
/// pre-release identifiers one by one, build metadata ignored. One or two numbers read as if followed by zeros, and a leading
/// <c>v</c> is dropped. Two versions are equal when they are written alike; for their order use <see cref="CompareTo"/>.
/// </summary>
[SuppressMessage("Design", "CA1036:Override methods on comparable types", Justification = "The language compares by name; operators would invite mixing order with equality of spelling.")]
[SuppressMessage("Design", "MA0097:A class that implements IComparable<T> or IComparable should override comparison operators", Justification = "Same reason.")]
public sealed record SemanticVersion : IComparable<SemanticVersion>
{
    private readonly BigInteger[] numbers;
    private readonly string[] preRelease;

    private SemanticVersion(string text, BigInteger[] numbers, string[] preRelease) =>
        (Text, this.numbers, this.preRelease) = (text, numbers, preRelease);

    /// <summary>The version as written.</summary>
    public string Text { get; }

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text: at most 200 characters.</param>
    /// <param name="version">The version, when the text is one.</param>
    /// <returns>Whether the text is a version.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SemanticVersion? version)
    {
        version = null;
        if (text is null || text.Length is 0 or > 200)
        {
            return false;
        }

        var rest = text[0] is 'v' or 'V' ? text[1..] : text;
        var plus = rest.IndexOf('+', StringComparison.Ordinal);
        if (plus >= 0)
        {
            if (!rest[(plus + 1)..].Split('.').All(IsIdentifier))
            {
                return false;
            }

            rest = rest[..plus];
        }

        var dash = rest.IndexOf('-', StringComparison.Ordinal);
        var suffix = dash < 0 ? [] : rest[(dash + 1)..].Split('.');
        var core = (dash < 0 ? rest : rest[..dash]).Split('.');
        if (core.Length > 3 || !core.All(IsNumber) || !suffix.All(IsIdentifier))
        {
            return false;
        }

        var parts = new BigInteger[3];
        for (var index = 0; index < core.Length; index++)
        {
            parts[index] = BigInteger.Parse(core[index], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        version = new SemanticVersion(text, parts, suffix);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(SemanticVersion? other) => string.Equals(Text, other?.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var index = 0; index < 3; index++)
        {
            var order = numbers[index].CompareTo(other.numbers[index]);
            if (order != 0)
            {
                return order;
            }
        }

        if (preRelease.Length == 0 || other.preRelease.Length == 0)
        {
            return other.preRelease.Length - preRelease.Length;
        }

        for (var index = 0; index < Math.Min(preRelease.Length, other.preRelease.Length); index++)
        {
            var order = CompareIdentifiers(preRelease[index], other.preRelease[index]);
            if (order != 0)
            {
                return order;
            }
        }

        return preRelease.Length - other.preRelease.Length;
    }

    /// <summary>The version as written.</summary>
    public override string ToString() => Text;

    private static int CompareIdentifiers(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) => BigInteger.Parse(left, NumberStyles.None, CultureInfo.InvariantCulture)
            .CompareTo(BigInteger.Parse(right, NumberStyles.None, CultureInfo.InvariantCulture)),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
