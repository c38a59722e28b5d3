using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Comparing.Endpoints;
using Tessera.Server.Segments.Explaining;
using Tessera.Server.Segments.Library.Endpoints;
using Tessera.Server.Segments.Live.Endpoints;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Completing;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Endpoints;

internal static class SegmentEndpoints
{
    private const string Monthly = "month";
    private const string Daily = "day";

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
            .WithSummary("A segment's size, and worth where it is kept, over time up to now.")
            .WithDescription("interval: month, the only one that is kept for RFM segments; day, the default, or month for segments in the language. from and to bound the dates, both included. Who belonged on a day before keptSince is what members?at= finds.")
            .WithProblems(StatusCodes.Status400BadRequest);
        SegmentMemberEndpoints.Map(segments);
        ExplainEndpoints.Map(segments);
        CompletionEndpoints.Map(segments);
        RuleEndpoints.Map(segments);
        ComparisonEndpoints.Map(segments);
        LibraryEndpoints.Map(segments);
        ChangeEndpoints.Map(segments);
    }

    private static async Task<Results<Ok<SegmentList>, ProblemResult>> ListAsync(
        string? kind, string? strategy, CurrentWorkspace workspace, RfmReader reader, RuleViews rules, CancellationToken cancellationToken)
    {
        if (kind is not null && !SegmentKinds.All.Contains(kind, StringComparer.Ordinal))
        {
            return new ProblemResult(SegmentProblems.OneOf("segment-kind-unknown", "kind", kind, SegmentKinds.All));
        }

        if (strategy is not null && !SegmentKinds.Strategies.Contains(strategy, StringComparer.Ordinal))
        {
            return new ProblemResult(SegmentProblems.OneOf("segment-strategy-unknown", "strategy", strategy, SegmentKinds.Strategies));
        }

        List<SegmentView> views = kind is null or SegmentKinds.Rule
            ? [.. (await rules.ListAsync(workspace.Key, cancellationToken)).Where(segment => strategy is null || segment.Strategy == strategy)]
            : [];
        if (kind is null or SegmentKinds.Rfm && strategy is null or SegmentKinds.ValueBased)
        {
            var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
            views.AddRange(standing.Naming.Segments.Select(segment => SegmentViews.Of(standing, segment)));
        }

        return TypedResults.Ok(new SegmentList(views, Next: null));
    }

    private static async Task<Results<Ok<SegmentView>, ProblemResult>> ShowAsync(
        string key, CurrentWorkspace workspace, RfmReader reader, RuleViews rules, RuleStore store, CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        return standing.Naming.TryFind(key, out var segment) ? TypedResults.Ok(SegmentViews.Of(standing, segment))
            : await rules.FindAsync(workspace.Key, key, cancellationToken) is { } rule ? TypedResults.Ok(rule)
            : new ProblemResult(await SegmentProblems.NotFoundAsync(key, standing.Naming, store, workspace.Key, cancellationToken));
    }

    private static async Task<Results<Ok<SegmentHistory>, ProblemResult>> HistoryAsync(
        string key,
        DateOnly? from,
        DateOnly? to,
        string? interval,
        CurrentWorkspace workspace,
        RfmReader reader,
        RuleViews rules,
        RuleStore store,
        CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        if (!standing.Naming.TryFind(key, out var segment))
        {
            if (interval is not (null or Daily or Monthly))
            {
                return new ProblemResult(SegmentProblems.OneOf("interval-unknown", "interval", interval, [Daily, Monthly]));
            }

            return await rules.HistoryAsync(workspace.Key, key, interval == Monthly, cancellationToken) is { } history
                ? TypedResults.Ok(Between(history, from, to))
                : new ProblemResult(await SegmentProblems.NotFoundAsync(key, standing.Naming, store, workspace.Key, cancellationToken));
        }

        if (interval is not (null or Monthly))
        {
            return new ProblemResult(SegmentProblems.OneOf("interval-unknown", "interval", interval, [Monthly]));
        }

        return TypedResults.Ok(Between(new SegmentHistory([.. SegmentViews.History(standing, segment)], Next: null), from, to));
    }

    private static SegmentHistory Between(SegmentHistory history, DateOnly? from, DateOnly? to) =>
        history with { Items = [.. history.Items.Where(point => !(point.Date < from) && !(point.Date > to))] };
}
