using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Segments.Endpoints;

internal static class SegmentEndpoints
{
    private const string Monthly = "month";

    public static void Map(IEndpointRouteBuilder api)
    {
        var segments = api.MapGroup("/segments").WithTags("Segments");
        segments.MapGet("", ListAsync)
            .WithName("listSegments")
            .WithSummary("The segments with their size, worth and trend.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapGet("/{key}", ShowAsync)
            .WithName("getSegment")
            .WithSummary("One segment with its size, worth, trend and rules.");
        segments.MapGet("/{key}/history", HistoryAsync)
            .WithName("getSegmentHistory")
            .WithSummary("A segment's size and worth at past months' ends and now.")
            .WithDescription("interval: month, the only one that is kept. from and to bound the dates, both included.")
            .WithProblems(StatusCodes.Status400BadRequest);
        SegmentMemberEndpoints.Map(segments);
    }

    private static async Task<Results<Ok<SegmentList>, ProblemResult>> ListAsync(
        string? kind, string? strategy, CurrentWorkspace workspace, RfmReader reader, CancellationToken cancellationToken)
    {
        if (kind is not null && !SegmentKinds.All.Contains(kind, StringComparer.Ordinal))
        {
            return new ProblemResult(SegmentProblems.OneOf("segment-kind-unknown", "kind", kind, SegmentKinds.All));
        }

        if (strategy is not null && !SegmentKinds.Strategies.Contains(strategy, StringComparer.Ordinal))
        {
            return new ProblemResult(SegmentProblems.OneOf("segment-strategy-unknown", "strategy", strategy, SegmentKinds.Strategies));
        }

        if (kind is not (null or SegmentKinds.Rfm) || strategy is not (null or SegmentKinds.ValueBased))
        {
            return TypedResults.Ok(new SegmentList([], Next: null));
        }

        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        return TypedResults.Ok(new SegmentList([.. standing.Naming.Segments.Select(segment => SegmentViews.Of(standing, segment))], Next: null));
    }

    private static async Task<Results<Ok<SegmentView>, ProblemResult>> ShowAsync(
        string key, CurrentWorkspace workspace, RfmReader reader, CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        return standing.Naming.TryFind(key, out var segment)
            ? TypedResults.Ok(SegmentViews.Of(standing, segment))
            : new ProblemResult(SegmentProblems.NotFound(key, standing.Naming));
    }

    private static async Task<Results<Ok<SegmentHistory>, ProblemResult>> HistoryAsync(
        string key, DateOnly? from, DateOnly? to, string? interval, CurrentWorkspace workspace, RfmReader reader, CancellationToken cancellationToken)
    {
        if (interval is not (null or Monthly))
        {
            return new ProblemResult(SegmentProblems.OneOf("interval-unknown", "interval", interval, [Monthly]));
        }

        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        if (!standing.Naming.TryFind(key, out var segment))
        {
            return new ProblemResult(SegmentProblems.NotFound(key, standing.Naming));
        }

        var points = SegmentViews.History(standing, segment).Where(point => !(point.Date < from) && !(point.Date > to));
        return TypedResults.Ok(new SegmentHistory([.. points], Next: null));
    }
}
