using System.Text.RegularExpressions;
using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Sql;

/// <summary>A place in a statement for a value: <c>{name:Type}</c>.</summary>
/// <param name="Name">The value's name.</param>
/// <param name="Type">The ClickHouse type that the engine reads it as.</param>
internal sealed partial record Placeholder(string Name, ClickHouseType Type)
{
    /// <summary>All placeholders of a statement, each name once; none of one that makes a view, whose parameters they are.</summary>
    /// <exception cref="ArgumentException">One is malformed, or a name occurs with two types.</exception>
    public static IReadOnlyList<Placeholder> In(string sql)
    {
        var placeholders = new Dictionary<string, Placeholder>(StringComparer.Ordinal);
        if (SqlText.MakesView(sql))
        {
            return [];
        }

        foreach (var position in SqlText.CodePositions(sql).Where(position => sql[position] == '{'))
        {
            var match = Notation().Match(sql, position);
            if (!match.Success)
            {
                continue; // a map literal such as {'a': 1}
            }

            var placeholder = Read(match);
            if (placeholders.TryGetValue(placeholder.Name, out var known) && known.Type.Text != placeholder.Type.Text)
            {
                throw new ArgumentException(
                    $"The statement uses the parameter '{placeholder.Name}' as {known.Type} and as {placeholder.Type}; choose one.",
                    nameof(sql));
            }

            placeholders[placeholder.Name] = placeholder;
        }

        return [.. placeholders.Values];
    }

    private static Placeholder Read(Match match)
    {
        try
        {
            return new Placeholder(match.Groups["name"].Value, TypeParser.Parse(match.Groups["type"].Value));
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"The placeholder {match.Value} is not well formed: {exception.Message}", nameof(match), exception);
        }
    }

    [GeneratedRegex(@"\G\{\s*(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*:\s*(?<type>[^{}]+?)\s*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notation();
}
