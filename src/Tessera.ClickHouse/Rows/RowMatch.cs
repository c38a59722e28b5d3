namespace Tessera.ClickHouse.Rows;

/// <summary>Finds the member of a row type for each column: by name, or by position for value tuples.</summary>
internal static class RowMatch
{
    /// <summary>The members in the columns' order. Every column needs a member, every required member a column.</summary>
    public static IReadOnlyList<RowMember> ForReading(RowShape shape, IReadOnlyList<Column> columns)
    {
        var members = Match(shape, columns);
        if (shape.Members.FirstOrDefault(member => member.IsRequired && !members.Contains(member)) is { } missing)
        {
            throw new ClickHouseMappingException(
                $"{TypeNames.Of(shape.Type)} needs a column for '{missing.Name}' ({TypeNames.Of(missing.Type)}), and the result has none: "
                + $"it has {List(columns)}.",
                missing.Name,
                null,
                missing.Type);
        }

        return members;
    }

    /// <summary>The members in the columns' order. Every column needs a member.</summary>
    public static IReadOnlyList<RowMember> ForWriting(RowShape shape, IReadOnlyList<Column> columns) => Match(shape, columns);

    private static List<RowMember> Match(RowShape shape, IReadOnlyList<Column> columns)
    {
        if (shape.IsPositional)
        {
            return columns.Count == shape.Members.Count
                ? [.. shape.Members]
                : throw new ClickHouseMappingException(
                    $"{TypeNames.Of(shape.Type)} has {shape.Members.Count} values, but there are {columns.Count} columns: {List(columns)}.");
        }

        var named = shape.Members.ToDictionary(member => MemberNames.Normalize(member.Name), StringComparer.Ordinal);
        List<RowMember> matched = [];
        foreach (var column in columns)
        {
            if (!named.Remove(MemberNames.Normalize(column.Name), out var member))
            {
                throw new ClickHouseMappingException(
                    $"Column '{column.Name}' ({column.Type.Text}) has no place in {TypeNames.Of(shape.Type)}, "
                    + "or stands for the same member as another column: name the columns as the members, each once.",
                    column.Name,
                    column.Type.Text,
                    shape.Type);
            }

            matched.Add(member);
        }

        return matched;
    }

    private static string List(IReadOnlyList<Column> columns) =>
        string.Join(", ", columns.Select(column => $"{column.Name} {column.Type.Text}"));
}
