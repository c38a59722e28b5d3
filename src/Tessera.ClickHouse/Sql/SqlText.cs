using System.Text;

namespace Tessera.ClickHouse.Sql;

/// <summary>Knows which parts of a SQL text are code and which are strings, quoted names and comments.</summary>
internal static class SqlText
{
    /// <summary>The positions of the characters that are code, in order.</summary>
    /// <remarks>Linear in the text. An unfinished string or comment reaches to the end.</remarks>
    public static IEnumerable<int> CodePositions(string sql)
    {
        for (var i = 0; i < sql.Length;)
        {
            var next = SkipQuoted(sql, i);
            if (next == i)
            {
                yield return i;
                next++;
            }

            i = next;
        }
    }

    /// <summary>Splits a text at the semicolons that are code; parts without any code are dropped.</summary>
    public static IReadOnlyList<string> Split(string sql)
    {
        List<string> statements = [];
        var start = 0;
        var hasCode = false;
        foreach (var position in CodePositions(sql))
        {
            if (sql[position] == ';')
            {
                if (hasCode)
                {
                    statements.Add(sql[start..position].Trim());
                }

                start = position + 1;
                hasCode = false;
            }
            else
            {
                hasCode |= !char.IsWhiteSpace(sql[position]);
            }
        }

        // A string counts as code here: it is a statement's part, if a wrong one, and the engine shall say so.
        if (hasCode)
        {
            statements.Add(sql[start..].Trim());
        }

        return statements;
    }

    /// <summary>The first word of the code, in capitals; empty when there is none.</summary>
    public static string FirstWord(string sql) => Words(sql).FirstOrDefault(string.Empty);

    /// <summary>Whether a statement makes a view. What looks like a place for a value in it is a parameter of the view.</summary>
    public static bool MakesView(string sql) => string.Join(' ', Words(sql).Take(4)) is var start
        && (start.StartsWith("CREATE VIEW ", StringComparison.Ordinal) || start.StartsWith("CREATE OR REPLACE VIEW", StringComparison.Ordinal));

    // The words that the code begins with, in capitals.
    private static IEnumerable<string> Words(string sql)
    {
        var word = new StringBuilder();
        foreach (var position in CodePositions(sql))
        {
            if (char.IsAsciiLetter(sql[position]))
            {
                word.Append(char.ToUpperInvariant(sql[position]));
                continue;
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (!char.IsWhiteSpace(sql[position]) && sql[position] != '(')
            {
                yield break;
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Where the string, quoted name or comment that starts here ends; the same position when none starts.</summary>
    private static int SkipQuoted(string sql, int start) => sql[start] switch
    {
        '\'' or '"' or '`' => EndOfQuoted(sql, start),
        '-' when At(sql, start + 1) == '-' => EndOfLine(sql, start),
        '#' when At(sql, start + 1) is ' ' or '!' => EndOfLine(sql, start),
        '/' when At(sql, start + 1) == '/' => EndOfLine(sql, start),
        '/' when At(sql, start + 1) == '*' => EndOfComment(sql, start),
        '$' when start == 0 || !IsWord(sql[start - 1]) => EndOfHeredoc(sql, start),
        _ => start,
    };

    private static int EndOfQuoted(string sql, int start)
    {
        for (var i = start + 1; i < sql.Length; i++)
        {
            if (sql[i] == '\\')
            {
                i++;
            }
            else if (sql[i] == sql[start])
            {
                // A doubled quote starts another quoted text right away, which comes to the same.
                return i + 1;
            }
        }

        return sql.Length;
    }

    private static int EndOfLine(string sql, int start)
    {
        var end = sql.IndexOf('\n', start);
        return end < 0 ? sql.Length : end + 1;
    }

    // Comments nest in ClickHouse, as the SQL standard has it.
    private static int EndOfComment(string sql, int start)
    {
        var open = 1;
        for (var i = start + 2; i < sql.Length; i++)
        {
            if (sql[i] == '*' && At(sql, i + 1) == '/')
            {
                i++;
                if (--open == 0)
                {
                    return i + 1;
                }
            }
            else if (sql[i] == '/' && At(sql, i + 1) == '*')
            {
                i++;
                open++;
            }
        }

        return sql.Length;
    }

    private static int EndOfHeredoc(string sql, int start)
    {
        var tagEnd = sql.IndexOf('$', start + 1);
        if (tagEnd < 0)
        {
            return start;
        }

        // Without its closing tag it is no heredoc but a dollar sign, to ClickHouse too.
        var tag = sql[start..(tagEnd + 1)];
        var end = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return end < 0 ? start : end + tag.Length;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '$';

    private static char At(string sql, int position) => position < sql.Length ? sql[position] : '\0';
}
