using System.Globalization;

namespace Tessera.Segments.Patterns;

/// <summary>A set of code points.</summary>
/// <param name="Ranges">Ranges of code points, both ends included.</param>
/// <param name="Categories">General categories, each with whether its opposite is meant.</param>
/// <param name="IsNegated">Whether everything else is in the set.</param>
/// <param name="IgnoresCase">Whether a code point is in the set when its other case is.</param>
internal sealed record CharacterSet(
    IReadOnlyList<(int Low, int High)> Ranges,
    IReadOnlyList<(string Name, bool IsNegated)> Categories,
    bool IsNegated,
    bool IgnoresCase)
{
    internal static CharacterSet Of(int codePoint, bool ignoresCase) => new([(codePoint, codePoint)], [], IsNegated: false, ignoresCase);

    internal bool Contains(int codePoint)
    {
        var contains = ContainsExactly(codePoint);
        if (IgnoresCase)
        {
            foreach (var other in CaseOrbits.Others(codePoint))
            {
                contains = contains || ContainsExactly(other);
            }
        }

        return contains != IsNegated;
    }

    internal static bool IsCategory(string name) =>
        name is "Any" or "C" or "Cc" or "Cf" or "Co" or "Cs" or "L" or "Ll" or "Lm" or "Lo" or "Lt" or "Lu" or "M" or "Mc" or "Me" or "Mn"
            or "N" or "Nd" or "Nl" or "No" or "P" or "Pc" or "Pd" or "Pe" or "Pf" or "Pi" or "Po" or "Ps" or "S" or "Sc" or "Sk" or "Sm" or "So"
            or "Z" or "Zl" or "Zp" or "Zs";

    private bool ContainsExactly(int codePoint)
    {
        foreach (var (low, high) in Ranges)
        {
            if (codePoint >= low && codePoint <= high)
            {
                return true;
            }
        }

        foreach (var (name, isNegated) in Categories)
        {
            if (IsIn(codePoint, name) != isNegated)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(int codePoint, string name) => name is "Any" || Code(codePoint).StartsWith(name, StringComparison.Ordinal);

    // RE2 has no category for code points that are not assigned.
    private static string Code(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "?",
    };
}
