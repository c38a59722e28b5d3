using System.Collections.Frozen;

namespace Tessera.Learning;

/// <summary>What the analytical engine needs to be told before it takes the SQL of a large model.</summary>
public static class SqlSettings
{
    /// <summary>Settings of a query (ClickHouse) that holds an <see cref="ISqlModel"/> of more than some 100 trees, or clusters of more than some 1,000 rows.</summary>
    /// <remarks>
    /// The engine refuses longer statements unless told so, and computes every decision for a block of rows at once: with 500 trees of
    /// 31 leaves smaller blocks keep that below half a gigabyte. Pass them with the query; a SETTINGS clause comes too late for the length.
    /// </remarks>
    public static IReadOnlyDictionary<string, string> LargeModel { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["max_query_size"] = "100000000",
        ["max_ast_elements"] = "10000000",
        ["max_expanded_ast_elements"] = "10000000",
        ["max_block_size"] = "2048",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
