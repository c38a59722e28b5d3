using Tessera.Domain;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules.Previewing;

/// <summary>Finds out who would belong to a definition: exactly, or at once by a sample of the customers.</summary>
internal sealed class RulePreviews(RuleQuestions questions, RuleViews views, SegmentDirectory directory)
{
    /// <summary>How much a sample may cost: about a tenth of a second.</summary>
    private const long SampleWork = 500_000;

    /// <summary>Who would belong.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="read">The definition, accepted.</param>
    /// <param name="at">The instant.</param>
    /// <param name="isSampled">Whether a sample will do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SegmentPreview> PreviewAsync(WorkspaceKey workspace, RuleChecker.Checked read, DateTimeOffset at, bool isSampled, CancellationToken cancellationToken)
    {
        var sample = isSampled ? ProfileSample.For(read.Check.Cost.Work, SampleWork) : ProfileSample.Everybody;
        var everybody = sample == ProfileSample.Everybody ? null : questions.CustomersAsync(workspace, at, cancellationToken);
        var found = await questions.PreviewAsync(workspace, read.Segment!, read.Segments, at, sample.Before, cancellationToken);
        var total = everybody is null ? found.Total : await everybody;
        var count = SampledCount.Of(found.Members, found.Total, total);
        var names = await directory.ReadAsync(workspace, cancellationToken);
        var overlaps = found.Others.Zip(found.Shared)
            .Where(other => names.ContainsKey(other.First))
            .OrderByDescending(other => other.Second).ThenBy(other => other.First, StringComparer.Ordinal)
            .Select(other => new PreviewOverlap(other.First, names[other.First].Name, Scaled(other.Second), Part(other.Second, found.Members)))
            .ToList();
        return new SegmentPreview(
            count.Count,
            total,
            Part(count.Count, total),
            at,
            Exact: found.Total == total,
            count.Margin,
            await views.DescribeAsync(workspace, found.Sample, at, cancellationToken),
            [.. read.Check.Diagnostics.Select(RuleProblems.View)],
            overlaps,
            CostView.Of(read.Check.Cost));

        long Scaled(long some) => found.Total == total ? some : (long)Math.Round(some * (total / (double)found.Total));
    }

    private static double Part(long some, long all) => all > 0 ? some / (double)all : 0;
}
