using Tessera.Domain;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Segments.Names;

/// <summary>The segments of a workspace by key, whatever made them.</summary>
internal sealed class SegmentDirectory(RuleStore rules, RfmReader rfm)
{
    /// <summary>All segments: those people wrote by name, then those of the RFM model, best first.</summary>
    public async Task<IReadOnlyDictionary<string, SegmentName>> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var written = await rules.ListAsync(workspace, cancellationToken);
        var model = (await rfm.ReadAsync(workspace, cancellationToken)).Naming.Segments;
        return written.Select(segment => new SegmentName(segment.Key, segment.Name, SegmentKinds.Rule))
            .Concat(model.Select(segment => new SegmentName(segment.Key, segment.Name, SegmentKinds.Rfm)))
            .ToDictionary(segment => segment.Key, StringComparer.Ordinal);
    }
}
