using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Ingestion.Rejections;

/// <summary>What sources sent that is no valid tracking call.</summary>
internal static class RejectionEndpoints
{
    private const int DefaultLimit = 25;
    private const int LargestLimit = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var rejected = api.MapGroup("/rejected-events").WithTags("Tracking");
        rejected.MapGet("", ListAsync)
            .WithName("listRejectedEvents")
            .WithSummary("What was sent and kept aside because it is no valid tracking call, newest first; kept for 30 days.")
            .WithProblems(StatusCodes.Status400BadRequest);
        rejected.MapGet("/reasons", ReasonsAsync)
            .WithName("listRejectionReasons")
            .WithSummary("Why it was kept aside, how often and when last, for each source.");
    }

    private static async Task<Results<Ok<RejectedEventList>, ProblemResult>> ListAsync(
        int? limit, string? cursor, CurrentWorkspace workspace, RejectionQueries queries, CancellationToken cancellationToken)
    {
        RejectionCursor? after = null;
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        if (!string.IsNullOrEmpty(cursor) && !OpaqueCursor.TryRead(cursor, out after))
        {
            return new ProblemResult(PagingProblems.CursorInvalid());
        }

        var size = limit ?? DefaultLimit;
        var found = await queries.PageAsync(workspace.Key, after, size + 1, cancellationToken);
        var page = found.Take(size).ToList();
        var next = found.Count > size ? OpaqueCursor.Write(new RejectionCursor(page[^1].ReceivedAt, page[^1].LogPartition, page[^1].LogPosition)) : null;
        return TypedResults.Ok(new RejectedEventList(page.ConvertAll(row => new RejectedEvent(row.ReceivedAt, row.Source, row.Reason, row.Field, row.Body)), next));
    }

    private static async Task<Ok<RejectionReasonList>> ReasonsAsync(CurrentWorkspace workspace, RejectionQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RejectionReasonList(await queries.ReasonsAsync(workspace.Key, cancellationToken)));
}
