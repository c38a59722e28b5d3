using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Mapping;

/// <summary>Something that an import wants to know of every row, and the names that shops give to the column that has it.</summary>
/// <param name="Name">The name in mappings, such as <c>order_id</c>.</param>
/// <param name="Type">What values it takes.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Names">Usual column names, the surest first.</param>
internal sealed record ImportTarget(string Name, TargetType Type, string Description, params string[] Names)
{
    private readonly Dictionary<string, int> ranks = Names
        .Select((name, rank) => (Name: ColumnNames.Normalise(name), Rank: rank))
        .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
        .ToDictionary(entry => entry.Name, entry => entry.Rank, StringComparer.Ordinal);

    /// <summary>The place of a column name among the usual ones, 0 for the surest; null when it is none.</summary>
    public int? RankOf(string columnName) => ranks.TryGetValue(ColumnNames.Normalise(columnName), out var rank) ? rank : null;
}
