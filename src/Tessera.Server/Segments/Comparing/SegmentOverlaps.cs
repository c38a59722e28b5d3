using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Comparing.Endpoints;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Segments.Comparing;

/// <summary>Which segments share members.</summary>
internal sealed class SegmentOverlaps(ClickHouseClient engine, ComputedValues computed)
{
    private static readonly Statement Shared = new(EmbeddedSql.Read("Segments/Comparing/Sql/Overlaps.sql"));

    /// <summary>The segments that share members with one, the largest part first.</summary>
    public async Task<IReadOnlyList<SegmentOverlap>> OfAsync(
        WorkspaceKey workspace, string key, IReadOnlyDictionary<string, SegmentName> names, CancellationToken cancellationToken)
    {
        await computed.PointAsync(workspace, cancellationToken);
        var rows = await engine.ListAsync<(string Key, long Size, long Shared)>(Shared.With("workspace", workspace.Value).With("segment", key), cancellationToken);
        var size = rows.FirstOrDefault(row => row.Key == key).Size;
        return
        [
            .. rows.Where(row => row.Key != key && row.Shared > 0 && names.ContainsKey(row.Key))
                .OrderByDescending(row => row.Shared).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => new SegmentOverlap(row.Key, names[row.Key].Name, row.Shared, row.Shared / (double)size, row.Shared / (double)(size + row.Size - row.Shared))),
        ];
    }
}
