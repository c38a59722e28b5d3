using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Rules.Files;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Segments that people write: making, changing, deleting.</summary>
internal static class RuleEndpoints
{
    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapPost("", CreateAsync)
            .WithName("createSegment")
            .WithSummary("Makes a segment of a definition in the segment language.")
            .WithDescription("Answers at once, with state computing; its members are found right after.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
        segments.MapPut("/{key}", ChangeAsync)
            .WithName("changeSegment")
            .WithSummary("Changes a segment; what it was is kept as a version.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        segments.MapDelete("/{key}", DeleteAsync)
            .WithName("deleteSegment")
            .WithSummary("Deletes a segment that no other refers to.")
            .WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        VersionEndpoints.Map(segments);
        DefinitionEndpoints.Map(segments);
        SegmentFileEndpoints.Map(segments);
    }

    private static async Task<Results<Created<SegmentView>, ProblemResult>> CreateAsync(
        CreateSegmentRequest request, CurrentWorkspace workspace, ICaller caller, RuleEditing editing, RuleViews views, CancellationToken cancellationToken) =>
        await editing.CreateAsync(workspace.Key, request.Key, request.Name, request.Definition, request.Description, caller.Name, library: null, cancellationToken) is { } problem ? new ProblemResult(problem)
            : await views.FindAsync(workspace.Key, request.Key!, cancellationToken) is { } view ? TypedResults.Created($"/api/segments/{request.Key}", view)
            : new ProblemResult(RuleProblems.NotFound(request.Key!));

    private static async Task<Results<Ok<SegmentView>, ProblemResult>> ChangeAsync(
        string key, ChangeSegmentRequest request, CurrentWorkspace workspace, ICaller caller, RuleEditing editing, RuleViews views, CancellationToken cancellationToken) =>
        await editing.ChangeAsync(workspace.Key, key, request.Name, request.Definition, request.Description, request.Version, caller.Name, cancellationToken) is { } problem ? new ProblemResult(problem)
            : await views.FindAsync(workspace.Key, key, cancellationToken) is { } view ? TypedResults.Ok(view)
            : new ProblemResult(RuleProblems.NotFound(key));

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(
        string key, CurrentWorkspace workspace, RuleEditing editing, CancellationToken cancellationToken) =>
        await editing.DeleteAsync(workspace.Key, key, cancellationToken) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent();
}
