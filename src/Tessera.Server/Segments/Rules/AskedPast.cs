using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Explaining;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Segments.Rules;

/// <summary>Refuses questions about the past whose answer is not kept: scores are those of the last computation, and what they were before is not known of each customer.</summary>
internal sealed class AskedPast(RfmReader rfm)
{
    /// <summary>What is wrong with asking a definition at an instant; null when nothing is.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="segments">The segments it refers to.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Problem?> CheckAsync(WorkspaceKey workspace, Segment definition, ISegmentResolver segments, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (at is null || HistoryNeeds.Of(definition, segments) is { Computed: false, RankedScores.Count: 0 })
        {
            return null;
        }

        var computed = (await rfm.ReadAsync(workspace, cancellationToken)).Result?.ComputedAt;
        return computed is { } since && at < since ? SegmentProblems.ScoresNotKept(since) : null;
    }
}
