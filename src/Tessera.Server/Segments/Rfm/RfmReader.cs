using Tessera.Domain;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Reads where a workspace's model stands.</summary>
internal sealed class RfmReader(RfmModelStore models, RfmHistoryStore history, RfmPasts pasts, CustomerTableVersions versions)
{
    /// <summary>Where the model stands now. Cheap: metadata only.</summary>
    public async Task<RfmStanding> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var state = await models.ReadAsync(workspace, cancellationToken);
        var version = await versions.CurrentAsync(workspace, CustomerTable.Rfm, cancellationToken);
        var result = version?.Details is { } details ? StoredJson.Read<RfmResult>(details) : null;
        var months = result is null ? [] : await HistoryAsync(workspace, result, cancellationToken);
        return new RfmStanding(state, version?.Version, result, months, pasts.Of(workspace));
    }

    private async Task<IReadOnlyList<RfmHistoryMonth>> HistoryAsync(WorkspaceKey workspace, RfmResult result, CancellationToken cancellationToken)
    {
        // After a change of options the past follows the present month by month; what is still the old model's does not belong beside it.
        var mark = MonthEnd.MarkOf(result.Options, result.TimeZone);
        return [.. (await history.ListAsync(workspace, cancellationToken))
            .Where(month => month.Date < result.ReferenceDate && month.Fingerprint.StartsWith(mark, StringComparison.Ordinal))];
    }
}
