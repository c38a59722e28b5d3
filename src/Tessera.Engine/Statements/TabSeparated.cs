using System.Text;

namespace Tessera.Engine.Statements;

/// <summary>The escaping of ClickHouse's TabSeparated format, in which parameter values travel.</summary>
internal static class TabSeparated
{
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => escaped.Append(@"\\"),
                '\t' => escaped.Append(@"\t"),
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\0' => escaped.Append(@"\0"),
                '\b' => escaped.Append(@"\b"),
                '\f' => escaped.Append(@"\f"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The text that an escaped value, or the inside of a string literal, stands for.</summary>
    public static string Unescape(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                plain.Append(value[i]);
                continue;
            }

            i++;
            plain.Append(value[i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', '0' => '\0', 'b' => '\b', 'f' => '\f', _ => value[i] });
        }

        return plain.ToString();
    }
}
