using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Live;

/// <summary>Removes lines that tracking calls brought where a file has them too: an order counts once, whichever came first.</summary>
/// <remarks>Those go that were tracked: they can be made again of the calls, should the customer be taken apart.</remarks>
internal sealed class TrackedInFiles(ClickHouseClient client)
{
    private const string Lines = "/*lines*/";
    private const int LinesPerDeletion = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Statement OfImport = Load("order_id IN (SELECT order_id FROM order_lines WHERE workspace = {workspace:String} AND import_id = {import:UUID})");
    private static readonly Statement OfIdentifiers = Load("profile_id IN {identifiers:Array(UUID)}");

    private static readonly Statement Delete = new Statement(
        """
        DELETE FROM order_lines
        WHERE workspace = {workspace:String}
            AND import_id = toUUID('00000000-0000-0000-0000-000000000000')
            AND (profile_id, order_id, line_key, occurrence) IN {lines:Array(Tuple(UUID, String, UInt128, UInt32))}
        """).WithTimeout(Patience);

    /// <summary>Removes them from the orders that an import has lines of. Doing it again changes nothing.</summary>
    public Task RemoveAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken) =>
        RemoveAsync(workspace, OfImport.With("import", import), cancellationToken);

    /// <summary>Removes them from what was stored under some identifiers. Doing it again changes nothing.</summary>
    public Task RemoveAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> identifiers, CancellationToken cancellationToken) =>
        RemoveAsync(workspace, OfIdentifiers.With("identifiers", identifiers), cancellationToken);

    // By their keys and no subquery: the embedded engine never ends a mutation that reads its own table.
    private async Task RemoveAsync(WorkspaceKey workspace, Statement asked, CancellationToken cancellationToken)
    {
        var found = asked.With("workspace", workspace.Value).With("apart", LiveLine.SameRefundInFile.Ticks / TimeSpan.TicksPerMicrosecond);
        foreach (var some in (await client.ListAsync<(Guid, string, UInt128, uint)>(found, cancellationToken)).Chunk(LinesPerDeletion))
        {
            await client.ExecuteAsync(Delete.With("workspace", workspace.Value).With("lines", some).AsIdempotent(), cancellationToken);
        }
    }

    private static Statement Load(string lines) =>
        new Statement(EmbeddedSql.Read("Imports/Live/TrackedInFiles.sql").Replace(Lines, lines, StringComparison.Ordinal)).WithTimeout(Patience);
}
