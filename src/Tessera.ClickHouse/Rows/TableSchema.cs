using System.Text.RegularExpressions;

namespace Tessera.ClickHouse.Rows;

/// <summary>What an insert must know about a table.</summary>
/// <param name="Columns">The columns in the table's order.</param>
/// <param name="Engine">The table's engine with its clauses, as the engine prints them.</param>
internal sealed partial record TableSchema(IReadOnlyList<TableColumn> Columns, string Engine)
{
    /// <summary>
    /// Whether a batch that is sent twice with one token is stored once. Replicated tables remember tokens by themselves, and a
    /// Distributed one passes them on; others do when told to.
    /// </summary>
    public bool RemembersTokens { get; } =
        Engine.StartsWith("Replicated", StringComparison.Ordinal)
        || Engine.StartsWith("Shared", StringComparison.Ordinal)
        || Engine.StartsWith("Distributed", StringComparison.Ordinal)
        || Window().IsMatch(Engine);

    [GeneratedRegex(@"\bnon_replicated_deduplication_window = [1-9]", RegexOptions.None, 1000)]
    private static partial Regex Window();
}
