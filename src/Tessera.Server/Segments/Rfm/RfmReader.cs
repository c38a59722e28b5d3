using Tessera.Domain;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Reads where a workspace's model stands.</summary>
internal sealed class RfmReader(RfmModelStore models, RfmHistoryStore history, CustomerTableVersions versions)
{
    /// <summary>Where the model stands now. Cheap: metadata only.</summary>
    public async Task<RfmStanding> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var state = await models.ReadAsync(workspace, cancellationToken);
        var version = await versions.CurrentAsync(workspace, CustomerTable.Rfm, cancellationToken);
        var result = version?.Details is { } details ? StoredJson.Read<RfmResult>(details) : null;
        return new RfmStanding(state, version?.Version, result, await history.ListAsync(workspace, cancellationToken));
    }
}
