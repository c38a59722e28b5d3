using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Segments.Live.Endpoints;

/// <summary>Who enters and leaves segments, as it happens.</summary>
internal static class ChangeEndpoints
{
    private const int DefaultLimit = 100;
    private const int LargestLimit = 1000;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/changes", ListAsync)
            .WithName("listSegmentChanges")
            .WithSummary("Who entered and left segments, in the order in which it was recorded.")
            .WithDescription("Each answer has a cursor to go on from, also at the end: ask with it again for what came since. segment: only the changes of one.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapGet("/changes/stream", StreamAsync)
            .WithName("streamSegmentChanges")
            .WithSummary("Who enters and leaves segments from now on, as server-sent events.")
            .WithDescription("Events of the type change; their ids are cursors, and Last-Event-ID goes on from one. A comment or an event of the type alive comes at least every 15 seconds.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .WithProblems(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<SegmentChangeList>, ProblemResult>> ListAsync(
        string? cursor, string? segment, int? limit, CurrentWorkspace workspace, MembershipJournal journal, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        var after = ChangePlace.Start;
        if (!string.IsNullOrEmpty(cursor) && !OpaqueCursor.TryRead(cursor, out after))
        {
            return new ProblemResult(PagingProblems.CursorInvalid("segment"));
        }

        var changes = await journal.ReadAsync(workspace.Key, segment ?? string.Empty, after!, limit ?? DefaultLimit, cancellationToken);
        return TypedResults.Ok(new SegmentChangeList(changes, OpaqueCursor.Write(changes.Count > 0 ? changes[^1].Place : after!)));
    }

    private static async Task<IResult> StreamAsync(
        string? segment,
        [FromHeader(Name = "Last-Event-ID")] string? lastEvent,
        CurrentWorkspace workspace,
        MembershipJournal journal,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        ChangePlace? after = null;
        if (!string.IsNullOrEmpty(lastEvent) && !OpaqueCursor.TryRead(lastEvent, out after))
        {
            return new ProblemResult(PagingProblems.CursorInvalid("segment"));
        }

        // From now on means from before this is answered.
        after ??= await journal.EndAsync(cancellationToken);
        return TypedResults.ServerSentEvents(ChangesAsync(workspace.Key, segment ?? string.Empty, after, journal, time, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<RecordedChange?>> ChangesAsync(
        WorkspaceKey workspace, string segment, ChangePlace after, MembershipJournal journal, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<RecordedChange?>(null, "alive");
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = journal.NextAsync();
            var through = ChangePlace.After(journal.RecordedThrough);
            var changes = await journal.ReadAsync(workspace, segment, after, LargestLimit, cancellationToken);
            foreach (var (index, change) in changes.Index())
            {
                after = change.Place;

                // Of several at one place, whoever goes on after the last has seen all.
                var isLast = index + 1 == changes.Count || changes[index + 1].Place != after;
                yield return new SseItem<RecordedChange?>(change, "change") { EventId = isLast ? OpaqueCursor.Write(after) : null };
            }

            if (changes.Count == 0 && through.IsAfter(after))
            {
                after = through;
            }

            if (changes.Count < LargestLimit && await Task.WhenAny(next, Task.Delay(Heartbeat, time, cancellationToken)) != next)
            {
                yield return new SseItem<RecordedChange?>(null, "alive");
            }
        }
    }
}

/// <summary>Changes of membership.</summary>
/// <param name="Items">The changes, in the order in which they were recorded.</param>
/// <param name="Next">The cursor to go on from, also when there are no more yet.</param>
internal sealed record SegmentChangeList(IReadOnlyList<RecordedChange> Items, string Next);
