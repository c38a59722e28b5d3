using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Rules.Endpoints;
using Tessera.Server.Segments.Rules.Versions;

namespace Tessera.Server.Segments.Rules.Files;

/// <summary>Segments as files: a plan, carrying it out, and the files of what there is.</summary>
internal static class SegmentFileEndpoints
{
    private const int MostFiles = 2000;

    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/files", FilesAsync)
            .WithName("exportSegmentFiles")
            .WithSummary("The segments that people wrote as files, KEY.segment each.");
        segments.MapPost("/plan", (SegmentFilesRequest request, CurrentWorkspace workspace, ICaller caller, SegmentPlanner planner, CancellationToken cancellationToken) =>
                PlanAsync(request, isCarriedOut: false, workspace, caller, planner, cancellationToken))
            .WithName("planSegments")
            .WithSummary("What would have to be done for the workspace's segments to be those of some files; does nothing.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapPost("/apply", (SegmentFilesRequest request, CurrentWorkspace workspace, ICaller caller, SegmentPlanner planner, CancellationToken cancellationToken) =>
                PlanAsync(request, isCarriedOut: true, workspace, caller, planner, cancellationToken))
            .WithName("applySegments")
            .WithSummary("Makes the workspace's segments those of some files: all of it, or nothing when there are problems.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<SegmentFileList>> FilesAsync(CurrentWorkspace workspace, RuleStore store, CancellationToken cancellationToken) => TypedResults.Ok(new SegmentFileList(
        [.. (await store.ListAsync(workspace.Key, cancellationToken)).OrderBy(segment => segment.Key, StringComparer.Ordinal).Select(segment => new SegmentFileView(segment.Key + SegmentFile.Extension, SegmentFile.Write(segment.Text)))],
        Next: null));

    private static async Task<Results<Ok<SegmentPlanView>, ProblemResult>> PlanAsync(
        SegmentFilesRequest request, bool isCarriedOut, CurrentWorkspace workspace, ICaller caller, SegmentPlanner planner, CancellationToken cancellationToken)
    {
        if (request.Files is not { } files || files.Count > MostFiles || files.Any(file => file.Path is null || file.Text is null))
        {
            return new ProblemResult(SegmentProblems.Invalid("files-missing", $"Give at most {MostFiles} files, each with path and text."));
        }

        var plan = await planner.PlanAsync(workspace.Key, [.. files.Select(file => (file.Path!, file.Text!))], request.Prune, cancellationToken);
        if (!isCarriedOut || plan.Problems.Count > 0)
        {
            return TypedResults.Ok(View(plan));
        }

        var outcome = await planner.ApplyAsync(workspace.Key, plan, caller.Name, cancellationToken);
        return outcome.IsDone ? TypedResults.Ok(View(plan)) : new ProblemResult(RuleProblems.Refused(outcome) ?? new Problem(
            StatusCodes.Status409Conflict, "segments-changed", "Segments were changed", "A segment of the plan was changed by somebody else in the meantime; nothing was done. Make the plan anew."));
    }

    private static SegmentPlanView View(SegmentPlan plan) => new(
        [.. plan.Changes.Select(change =>
        {
            var diff = RuleDiff.Of(change.Before?.Text ?? Nothing, change.After ?? Nothing);
            return new SegmentPlanAction(
                change.Action, change.Key, change.After?.Name ?? change.Before!.Name, diff.Lines, change.Action == PlannedChange.Change ? diff.Summary : string.Empty, change.Before?.Size, change.SizeAfter, change.Warnings);
        })],
        plan.Problems);

    private static RuleText Nothing { get; } = new(string.Empty, string.Empty, string.Empty);
}

/// <summary>Files that define segments.</summary>
/// <param name="Files">The files.</param>
/// <param name="Prune">Whether segments that no file defines are deleted.</param>
internal sealed record SegmentFilesRequest(IReadOnlyList<SegmentFileGiven>? Files = null, bool Prune = false);

/// <summary>A file that defines a segment.</summary>
/// <param name="Path">Its path; the name, without <c>.segment</c>, is the segment's key.</param>
/// <param name="Text">Its text: <c># name: …</c> and <c># description: …</c> at the top, then the definition.</param>
internal sealed record SegmentFileGiven(string? Path = null, string? Text = null);

/// <summary>What is to be done, or was done.</summary>
/// <param name="Actions">By key.</param>
/// <param name="Problems">What is wrong with the files; nothing is done while there is anything.</param>
internal sealed record SegmentPlanView(IReadOnlyList<SegmentPlanAction> Actions, IReadOnlyList<PlanProblem> Problems);

/// <summary>What is to be done with a segment, or was done.</summary>
/// <param name="Action"><c>create</c>, <c>change</c>, <c>delete</c> or <c>same</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Diff">The lines of its definition.</param>
/// <param name="Summary">What changes, in a sentence; empty unless it changes.</param>
/// <param name="SizeBefore">How many members it has; null when it is new.</param>
/// <param name="SizeAfter">How many members it will have; null when it is deleted.</param>
/// <param name="Warnings">What looks wrong, with file, line and column.</param>
internal sealed record SegmentPlanAction(
    string Action, string Key, string Name, IReadOnlyList<DiffLine> Diff, string Summary, long? SizeBefore, long? SizeAfter, IReadOnlyList<string> Warnings);

/// <summary>The segments that people wrote as files.</summary>
/// <param name="Items">By key.</param>
/// <param name="Next">Always null: the list is short.</param>
internal sealed record SegmentFileList(IReadOnlyList<SegmentFileView> Items, string? Next);

/// <summary>A segment as a file.</summary>
/// <param name="Path">The file's name.</param>
/// <param name="Text">Its text.</param>
internal sealed record SegmentFileView(string Path, string Text);
