using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>Reads a definition and checks it against its workspace.</summary>
internal sealed class RuleChecker(CatalogueReader catalogues, RuleStore rules, RfmReader rfm)
{
    /// <summary>What reading and checking gave.</summary>
    /// <param name="Segment">The tree; null when the text cannot be read.</param>
    /// <param name="Check">Every problem.</param>
    /// <param name="Segments">The workspace's segments.</param>
    public sealed record Checked(Segment? Segment, CheckResult Check, WorkspaceSegments Segments);

    /// <summary>The segments of a workspace as definitions refer to them.</summary>
    public async Task<WorkspaceSegments> SegmentsAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        new(await rules.ListAsync(workspace, cancellationToken), (await rfm.ReadAsync(workspace, cancellationToken)).Naming);

    /// <summary>Reads and checks a text.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="definition">The text.</param>
    /// <param name="key">The key the segment has or will have; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Checked> CheckAsync(WorkspaceKey workspace, string definition, string? key, CancellationToken cancellationToken)
    {
        var segments = await SegmentsAsync(workspace, cancellationToken);
        var parsed = Segment.Parse(definition);
        var check = new SegmentChecker(await catalogues.ReadAsync(workspace, cancellationToken), segments, CostView.Absurd).Check(parsed, key);
        return new Checked(parsed.Segment, check, segments);
    }
}
