using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Watching;

/// <summary>Calls as they arrive.</summary>
internal static class FeedEndpoints
{
    private const int LargestLimit = 100_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private const int SecondsBetweenSigns = 15;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/events/live", Stream)
        .WithTags("Tracking")
        .WithName("streamEvents")
        .WithSummary("Calls of the workspace as they arrive, good or not, as server-sent events.")
        .WithDescription(
            "Events of the type call, of which at most 50 a second are shown; the type dropped says how many more there were, and the type alive comes at least every 15 seconds. "
            + "limit: the stream ends after as many calls. search: only calls with this text in their name, type, ids, source or reason. "
            + "type: only track, page, screen, identify, group or alias. outcome: only accepted or only refused. What these leave out is not counted.")
        .Produces<FeedCall>(StatusCodes.Status200OK, contentType: "text/event-stream")
        .WithProblems(StatusCodes.Status400BadRequest);

    private static IResult Stream(
        int? limit,
        string? search,
        string? type,
        string? outcome,
        CurrentWorkspace workspace,
        EventFeed feed,
        ICustomerIdentity identity,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        return FeedFilter.TryRead(search, type, outcome, out var filter) is { } complaint
            ? new ProblemResult(new Problem(StatusCodes.Status400BadRequest, "filter-invalid", "Request not understood", complaint))
            : TypedResults.ServerSentEvents(CallsAsync(workspace.Key, filter, limit ?? int.MaxValue, feed, identity, time, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<object?>> CallsAsync(
        WorkspaceKey workspace,
        FeedFilter filter,
        int limit,
        EventFeed feed,
        ICustomerIdentity identity,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watcher = feed.Watch(workspace, filter);
        var identities = identity.NewReader();
        var news = watcher.Calls.WaitToReadAsync(cancellationToken).AsTask();
        yield return new SseItem<object?>(null, "alive");
        for (var seconds = 0; limit > 0 && !cancellationToken.IsCancellationRequested; seconds++)
        {
            var second = Task.Delay(Second, time, cancellationToken);
            var isOver = false;
            while (limit > 0 && !isOver)
            {
                while (limit > 0 && watcher.Calls.TryRead(out var bytes))
                {
                    limit--;
                    yield return new SseItem<object?>(FeedCall.Of(new TrackingRecord(bytes), identities, identity), "call");
                }

                if (news.IsCompleted)
                {
                    news = watcher.Calls.WaitToReadAsync(cancellationToken).AsTask();
                }

                isOver = limit > 0 && await Task.WhenAny(news, second) == second;
            }

            if (watcher.TakeDropped() is > 0 and var dropped)
            {
                yield return new SseItem<object?>(new FeedDropped(dropped), "dropped");
            }

            if (seconds % SecondsBetweenSigns == SecondsBetweenSigns - 1)
            {
                yield return new SseItem<object?>(null, "alive");
            }
        }
    }
}
