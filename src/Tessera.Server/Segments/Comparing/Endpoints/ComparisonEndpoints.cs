using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Endpoints;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Comparing.Endpoints;

/// <summary>Segments beside one another and over time.</summary>
internal static class ComparisonEndpoints
{
    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/{key}/overlaps", OverlapsAsync)
            .WithName("listSegmentOverlaps")
            .WithSummary("The segments that share members with one, now.")
            .WithProblems(StatusCodes.Status404NotFound);
        segments.MapGet("/{key}/flow", FlowAsync)
            .WithName("getSegmentFlow")
            .WithSummary("Who entered and left a segment in a period, where they came from and where they went.")
            .WithDescription(
                "from and to: dates or instants, by default the last 30 days; from is included, to is not. Computing a segment for the first time or by another definition is no movement and "
                + "counted apart (recalculated), and so is that customers turn out to be one (merged). For segments of the RFM model, the period is between two months' ends, or "
                + "from a month's end to now: by default since the last one.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        segments.MapGet("/compare", CompareAsync)
            .WithName("compareSegments")
            .WithSummary("Two segments side by side: what they share, what they are worth, who they are and what they do.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<SegmentOverlapList>, ProblemResult>> OverlapsAsync(
        string key, CurrentWorkspace workspace, SegmentDirectory directory, SegmentOverlaps overlaps, CancellationToken cancellationToken)
    {
        var names = await directory.ReadAsync(workspace.Key, cancellationToken);
        return names.ContainsKey(key)
            ? TypedResults.Ok(new SegmentOverlapList(await overlaps.OfAsync(workspace.Key, key, names, cancellationToken), Next: null))
            : new ProblemResult(RuleProblems.NotFound(key));
    }

    private static async Task<Results<Ok<SegmentFlow>, ProblemResult>> FlowAsync(
        string key,
        string? from,
        string? to,
        CurrentWorkspace workspace,
        SegmentDirectory directory,
        SegmentFlows flows,
        RfmReader rfm,
        AskedInstant instants,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var names = await directory.ReadAsync(workspace.Key, cancellationToken);
        if (!names.TryGetValue(key, out var segment))
        {
            return new ProblemResult(RuleProblems.NotFound(key));
        }

        var (begin, wrong) = await instants.ReadAsync(workspace.Key, nameof(from), from, cancellationToken);
        var (end, alsoWrong) = await instants.ReadAsync(workspace.Key, nameof(to), to, cancellationToken);
        if ((wrong ?? alsoWrong) is { } problem)
        {
            return new ProblemResult(problem);
        }

        var standing = await rfm.ReadAsync(workspace.Key, cancellationToken);
        if (segment.Kind == SegmentKinds.Rfm)
        {
            var flow = await flows.OfModelAsync(workspace.Key, key, Day(begin), Day(end), standing, names, cancellationToken);
            return flow is null ? new ProblemResult(SegmentProblems.PastNotKept(key)) : TypedResults.Ok(flow);
        }

        var until = end ?? time.GetUtcNow();
        var since = begin ?? until - DefaultPeriod;
        return since > until
            ? new ProblemResult(SegmentProblems.Invalid("period-invalid", $"from ({since:O}) is after to ({until:O}); give the earlier one first."))
            : TypedResults.Ok(await flows.OfAsync(workspace.Key, key, since, until, standing, names, cancellationToken));
    }

    private static async Task<Results<Ok<SegmentComparison>, ProblemResult>> CompareAsync(
        string? a,
        string? b,
        CurrentWorkspace workspace,
        SegmentDirectory directory,
        SegmentComparer comparer,
        IWorkspaceDirectory workspaces,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b))
        {
            return new ProblemResult(SegmentProblems.Invalid("segments-missing", "Give the keys of the two segments in a and b."));
        }

        var names = await directory.ReadAsync(workspace.Key, cancellationToken);
        var found = await workspaces.FindAsync(workspace.Key, cancellationToken);
        return !names.TryGetValue(a, out var one) ? new ProblemResult(RuleProblems.NotFound(a))
            : !names.TryGetValue(b, out var other) ? new ProblemResult(RuleProblems.NotFound(b))
            : TypedResults.Ok(await comparer.CompareAsync(found!, one, other, cancellationToken));
    }

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
