using System.Globalization;

namespace Tessera.Learning.Trees;

/// <summary>Writes names, numbers and texts into ClickHouse SQL.</summary>
internal static class SqlText
{
    /// <summary>A column's name in backticks.</summary>
    public static string Name(string column) => $"`{Escaped(column).Replace("`", "\\`", StringComparison.Ordinal)}`";

    /// <summary>A text in single quotes.</summary>
    public static string Text(string text) => $"'{Escaped(text).Replace("'", "\\'", StringComparison.Ordinal)}'";

    /// <summary>A finite number that reads back as the same double; negative ones in brackets.</summary>
    public static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        // Without a point or an exponent the engine would take it for an integer and calculate as such.
        text = text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
        return number < 0 ? $"({text})" : text;
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);
}
