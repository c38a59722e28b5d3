namespace Tessera.Segments.Sql;

/// <summary>
/// Segments as one SELECT: a row for every customer seen by then, <c>profile_id</c> and a column of 0 or 1 for each segment. Other statements
/// take it as a subquery, to count or to filter.
/// </summary>
/// <param name="Sql">The text. It has no value in it.</param>
/// <param name="Parameters">Its values.</param>
/// <param name="Columns">The column of each segment, by key.</param>
public sealed record SegmentStatement(string Sql, IReadOnlyList<SqlParameter> Parameters, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>
    /// What the engine must be told with any statement that this one is part of: the text is longer than it takes by default, and rows have so many
    /// columns on the way that blocks of the default size would fill the memory. Of two joined sides the right one is kept in memory, which the engine must not turn round.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["max_query_size"] = "10000000",
        ["max_block_size"] = "8192",
        ["max_joined_block_size_rows"] = "8192",
        ["query_plan_join_swap_table"] = "false",
    };
}
