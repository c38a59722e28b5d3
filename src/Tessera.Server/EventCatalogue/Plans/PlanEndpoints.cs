using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>What a workspace expects of its events, and what did not keep to it.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var plan = api.MapGroup("/tracking-plan").WithTags("Tracking plan");
        plan.MapGet("", ShowAsync)
            .WithName("getTrackingPlan")
            .WithSummary("Shows the workspace's tracking plan, with the JSON Schemas as they were given.")
            .WithProblems(StatusCodes.Status404NotFound);
        plan.MapPut("", SetAsync)
            .WithName("setTrackingPlan")
            .WithSummary("Gives the workspace a tracking plan, in place of the one it had. Calls received from now on are compared with it; none is blocked.")
            .WithProblems(StatusCodes.Status400BadRequest);
        plan.MapDelete("", RemoveAsync)
            .WithName("deleteTrackingPlan")
            .WithSummary("Takes the tracking plan away, with the violations found.")
            .WithProblems(StatusCodes.Status404NotFound);
        plan.MapGet("/draft", DraftAsync)
            .WithName("draftTrackingPlan")
            .WithSummary("Drafts a tracking plan from what the workspace has received, as a beginning.");
        plan.MapGet("/violations", ListViolationsAsync)
            .WithName("listPlanViolations")
            .WithSummary("What did not keep to the plan in the last 30 days, by event, source and version of the app, the most frequent first.");
    }

    private static async Task<Results<Ok<TrackingPlanView>, ProblemResult>> ShowAsync(TrackingPlans plans, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await plans.ShowAsync(workspace.Key, cancellationToken) is { } plan ? TypedResults.Ok(plan) : new ProblemResult(PlanProblems.NotFound());

    private static async Task<Results<Ok<TrackingPlanView>, ProblemResult>> SetAsync(
        TrackingPlanDocument document, TrackingPlans plans, ICaller caller, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        var errors = await plans.SetAsync(workspace.Key, document, caller.Name, cancellationToken);
        return errors.Count > 0
            ? new ProblemResult(PlanProblems.Invalid(errors))
            : await ShowAsync(plans, workspace, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(TrackingPlans plans, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await plans.RemoveAsync(workspace.Key, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(PlanProblems.NotFound());

    private static async Task<Ok<TrackingPlanDocument>> DraftAsync(ILearnedCatalogue learned, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        TypedResults.Ok(PlanDraft.Of(await learned.ReadAsync(workspace.Key, cancellationToken)));

    private static async Task<Ok<PlanViolationList>> ListViolationsAsync(
        string? @event, string? source, string? appVersion, ViolationStore violations, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        TypedResults.Ok(new PlanViolationList(await violations.ListAsync(workspace.Key, @event, source, appVersion, cancellationToken)));
}
