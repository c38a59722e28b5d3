using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Workspaces;

internal static class WorkspaceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var workspaces = api.MapGroup("/workspaces").WithTags("Workspaces").OutsideWorkspace();
        workspaces.MapGet("", ListAsync)
            .WithName("listWorkspaces")
            .WithSummary("Lists the workspaces that the caller may speak to.");
        workspaces.MapPost("", CreateAsync)
            .WithName("createWorkspace")
            .WithSummary("Creates an empty workspace.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict)
            .AdministratorOnly();
        workspaces.MapPatch("/{key}", ChangeAsync)
            .WithName("changeWorkspace")
            .WithSummary("Changes the name, currency or time zone of a workspace.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound)
            .AdministratorOnly();
    }

    private static async Task<Ok<WorkspaceList>> ListAsync(WorkspaceStore store, ICaller caller, CancellationToken cancellationToken)
    {
        var all = await store.ListAsync(cancellationToken);
        return TypedResults.Ok(new WorkspaceList([.. all.Where(workspace => caller.MayOpen(new WorkspaceKey(workspace.Key)))]));
    }

    private static async Task<Results<Created<Workspace>, ProblemResult>> CreateAsync(
        CreateWorkspaceRequest request, WorkspaceStore store, CancellationToken cancellationToken)
    {
        if (!WorkspaceKey.TryParse(request.Key, out var key))
        {
            return new ProblemResult(WorkspaceProblems.KeyInvalid(request.Key));
        }

        if (!WorkspaceDetails.TryCreate(request.Name, request.Currency, request.TimeZone, request.Sample, out var details, out var complaint))
        {
            return new ProblemResult(WorkspaceProblems.Invalid(complaint));
        }

        return await store.CreateAsync(key, details, cancellationToken) is { } created
            ? TypedResults.Created($"/api/workspaces/{key}", created)
            : new ProblemResult(WorkspaceProblems.KeyTaken(key));
    }

    private static async Task<Results<Ok<Workspace>, ProblemResult>> ChangeAsync(
        string key, ChangeWorkspaceRequest request, WorkspaceStore store, IEnumerable<IWorkspaceObserver> observers, CancellationToken cancellationToken)
    {
        if (!WorkspaceKey.TryParse(key, out var parsed) || await store.FindAsync(parsed, cancellationToken) is not { } old)
        {
            return new ProblemResult(WorkspaceProblems.NotFound(key));
        }

        if (!WorkspaceDetails.TryCreate(
            request.Name ?? old.Name,
            request.Currency ?? old.Currency,
            request.TimeZone ?? old.TimeZone,
            request.Sample ?? old.Sample,
            out var details,
            out var complaint))
        {
            return new ProblemResult(WorkspaceProblems.Invalid(complaint));
        }

        if (await store.ChangeAsync(parsed, details, cancellationToken) is not { } changed)
        {
            return new ProblemResult(WorkspaceProblems.NotFound(key));
        }

        foreach (var observer in observers)
        {
            await observer.WorkspaceChangedAsync(old, changed, cancellationToken);
        }

        return TypedResults.Ok(changed);
    }
}
