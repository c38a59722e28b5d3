using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Backups.Contracts;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Privacy.Jobs;

namespace Tessera.Server.Privacy.Endpoints;

/// <summary>Erasing customers.</summary>
internal static class ErasureEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapDelete("/profiles/{id:guid}", EraseAsync)
            .WithTags("Privacy")
            .WithName("eraseProfile")
            .WithSummary("Erases a customer: all they did and all that is known of them, under every identifier, everywhere but in backups. It cannot be undone.")
            .AdministratorOnly();
        var erasures = api.MapGroup("/erasures").WithTags("Privacy").AdministratorOnly();
        erasures.MapGet("", ListAsync)
            .WithName("listErasures")
            .WithSummary("The erasures that were asked for, the latest first.")
            .WithProblems(StatusCodes.Status400BadRequest);
        erasures.MapGet("/{id:guid}", ShowAsync)
            .WithName("getErasure")
            .WithSummary("How far an erasure is, and which backups hold the person still.");
    }

    private static async Task<Results<Accepted<ErasureRequested>, ProblemResult>> EraseAsync(
        Guid id, CurrentWorkspace workspace, ICaller caller, PersonLookup lookup, ErasureStore store, ErasureService service, CancellationToken cancellationToken)
    {
        if (await lookup.FindAsync(workspace.Key, id, cancellationToken) is not { } found)
        {
            return new ProblemResult(new Problem(
                StatusCodes.Status404NotFound, "profile-not-found", "No such profile", $"There is no profile {id}; GET /api/profiles?search= finds profiles."));
        }

        // Once it is noted it is done, whoever hangs up.
        var erasure = await store.RequestAsync(found.Person, found.KnownSince, caller.Name, CancellationToken.None);
        service.Wake();
        return TypedResults.Accepted($"/api/erasures/{erasure}", new ErasureRequested(erasure));
    }

    private static async Task<Results<Ok<ErasureList>, ProblemResult>> ListAsync(
        int? limit, string? cursor, CurrentWorkspace workspace, ErasureStore store, IBackupList backups, CancellationToken cancellationToken)
    {
        ErasureCursor? after = null;
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        if (!string.IsNullOrEmpty(cursor) && !OpaqueCursor.TryRead(cursor, out after))
        {
            return new ProblemResult(PagingProblems.CursorInvalid());
        }

        var size = limit ?? DefaultLimit;
        var found = await store.ListAsync(workspace.Key, after, size + 1, cancellationToken);
        var made = await backups.ListAsync(cancellationToken);
        return TypedResults.Ok(new ErasureList(
            [.. found.Take(size).Select(erasure => View(erasure, made))],
            found.Count > size ? OpaqueCursor.Write(new ErasureCursor(found[size - 1].RequestedAt, found[size - 1].Id)) : null));
    }

    private static async Task<Results<Ok<ErasureView>, ProblemResult>> ShowAsync(
        Guid id, CurrentWorkspace workspace, ErasureStore store, IBackupList backups, CancellationToken cancellationToken) =>
        await store.FindAsync(workspace.Key, id, cancellationToken) is { } erasure
            ? TypedResults.Ok(View(erasure, await backups.ListAsync(cancellationToken)))
            : new ProblemResult(new Problem(
                StatusCodes.Status404NotFound, "erasure-not-found", "No such erasure", $"There is no erasure {id}; GET /api/erasures lists those that were asked for."));

    private static ErasureView View(Erasure erasure, IReadOnlyList<KnownBackup> backups) => new(
        erasure.Id,
        erasure.ProfileId,
        erasure.RequestedAt,
        erasure.RequestedBy,
        erasure.FinishedAt is null ? "running" : "finished",
        Step(erasure.Log),
        Step(erasure.StateFile),
        Step(erasure.Engine),
        Step(erasure.Metadata),
        erasure.Failure.Length == 0 ? null : erasure.Failure,
        erasure.FinishedAt,
        [
            .. backups
                .Where(backup => (erasure.FinishedAt is null || backup.MadeAt <= erasure.FinishedAt) && (erasure.KnownSince is null || backup.MadeAt >= erasure.KnownSince))
                .Select(backup => new HoldingBackup(backup.Directory, backup.MadeAt)),
        ]);

    private static string Step(bool isDone) => isDone ? "done" : "waiting";
}
