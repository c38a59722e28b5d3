using System.Globalization;

namespace Tessera.Segments.Text;

/// <summary>Numbers as the language writes them: the shortest decimal digits that read back as the same number, never an exponent.</summary>
internal static class NumberText
{
    /// <summary>The longest number read, in characters.</summary>
    internal const int MaxLength = 60;

    internal static string Format(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0)
        {
            return text is "-0" ? "0" : text;
        }

        var exponent = int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : string.Empty;
        var mantissa = text[sign.Length..exponentAt];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var pointAfter = (point < 0 ? mantissa.Length : point) + exponent;
        if (pointAfter <= 0)
        {
            return $"{sign}0.{new string('0', -pointAfter)}{digits}";
        }

        return pointAfter >= digits.Length
            ? sign + digits + new string('0', pointAfter - digits.Length)
            : $"{sign}{digits[..pointAfter]}.{digits[pointAfter..]}";
    }
}
