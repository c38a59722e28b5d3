using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Segments;
using Tessera.Segments.Json;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Segments that people write: reading, trying out, making, changing, deleting.</summary>
internal static class RuleEndpoints
{
    private const int SampleSize = 10;
    private const int LongestKey = 64;
    private const int LongestName = 200;
    private const int LongestDescription = 2000;

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
        segments.MapGet("/{key}/versions", VersionsAsync)
            .WithName("listSegmentVersions")
            .WithSummary("Everything a segment ever was: its definition, when it was changed and by whom.")
            .WithProblems(StatusCodes.Status404NotFound);
        segments.MapPost("/parse", ParseAsync)
            .WithName("parseSegment")
            .WithSummary("Reads a definition and checks it against the workspace; keeps nothing.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapPost("/preview", PreviewAsync)
            .WithName("previewSegment")
            .WithSummary("Who would belong to a definition now, or would have at another instant; keeps nothing.")
            .WithProblems(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Created<SegmentView>, ProblemResult>> CreateAsync(
        CreateSegmentRequest request,
        CurrentWorkspace workspace,
        ICaller caller,
        RuleStore store,
        RuleChecker checker,
        RuleQueue queue,
        RuleViews views,
        CancellationToken cancellationToken)
    {
        if (request.Key is not { } key || !IsKey(key))
        {
            return Invalid("segment-key-invalid", $"key is \"{request.Key}\"; give lower-case letters, digits and hyphens, at most 64, beginning with a letter.");
        }

        if (Complaint(request.Name, request.Description) is { } complaint)
        {
            return Invalid("segment-invalid", complaint);
        }

        var read = await checker.CheckAsync(workspace.Key, request.Definition ?? string.Empty, key, cancellationToken);
        if (read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        if (IsReserved(key)
            || !await store.AddAsync(workspace.Key, key, new RuleText(request.Name!.Trim(), request.Description?.Trim() ?? string.Empty, segment.ToString()), caller.Name, cancellationToken))
        {
            return new ProblemResult(RuleProblems.KeyTaken(key));
        }

        queue.Enqueue(workspace.Key);
        return await views.FindAsync(workspace.Key, key, cancellationToken) is { } view
            ? TypedResults.Created($"/api/segments/{key}", view)
            : new ProblemResult(RuleProblems.NotFound(key));
    }

    private static async Task<Results<Ok<SegmentView>, ProblemResult>> ChangeAsync(
        string key,
        ChangeSegmentRequest request,
        CurrentWorkspace workspace,
        ICaller caller,
        RuleStore store,
        RuleChecker checker,
        RuleQueue queue,
        RuleViews views,
        CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspace.Key, key, cancellationToken) is not { } old)
        {
            return new ProblemResult(IsReserved(key) ? RuleProblems.Fixed(key) : RuleProblems.NotFound(key));
        }

        if (Complaint(request.Name ?? old.Name, request.Description) is { } complaint)
        {
            return Invalid("segment-invalid", complaint);
        }

        var read = await checker.CheckAsync(workspace.Key, request.Definition ?? old.Definition, key, cancellationToken);
        if (read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        var text = new RuleText((request.Name ?? old.Name).Trim(), (request.Description ?? old.Description).Trim(), segment.ToString());
        if (text != new RuleText(old.Name, old.Description, old.Definition))
        {
            if (!await store.ChangeAsync(workspace.Key, key, old.Version, text, caller.Name, cancellationToken))
            {
                return new ProblemResult(RuleProblems.Changed(key));
            }

            queue.Enqueue(workspace.Key);
        }

        return await views.FindAsync(workspace.Key, key, cancellationToken) is { } view ? TypedResults.Ok(view) : new ProblemResult(RuleProblems.NotFound(key));
    }

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(
        string key, CurrentWorkspace workspace, RuleStore store, RuleChecker checker, RuleEvaluation evaluation, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspace.Key, key, cancellationToken) is null)
        {
            return new ProblemResult(IsReserved(key) ? RuleProblems.Fixed(key) : RuleProblems.NotFound(key));
        }

        if ((await checker.SegmentsAsync(workspace.Key, cancellationToken)).Dependants(key) is { Count: > 0 } dependants)
        {
            return new ProblemResult(RuleProblems.InUse(key, dependants));
        }

        await evaluation.RemoveAsync(workspace.Key, key, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SegmentVersionList>, ProblemResult>> VersionsAsync(
        string key, CurrentWorkspace workspace, RuleStore store, CancellationToken cancellationToken) =>
        await store.VersionsAsync(workspace.Key, key, cancellationToken) is { Count: > 0 } versions
            ? TypedResults.Ok(new SegmentVersionList(versions, Next: null))
            : new ProblemResult(IsReserved(key) ? RuleProblems.Fixed(key) : RuleProblems.NotFound(key));

    private static async Task<Results<Ok<ParsedSegment>, ProblemResult>> ParseAsync(
        ParseSegmentRequest request, CurrentWorkspace workspace, RuleChecker checker, CancellationToken cancellationToken)
    {
        var read = await checker.CheckAsync(workspace.Key, request.Definition ?? string.Empty, key: null, cancellationToken);
        if (read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        using var tree = JsonDocument.Parse(SegmentJson.Write(segment));
        return TypedResults.Ok(new ParsedSegment(segment.ToString(), segment.Describe(), tree.RootElement.Clone(), Warnings(read), read.Check.References));
    }

    private static async Task<Results<Ok<SegmentPreview>, ProblemResult>> PreviewAsync(
        PreviewSegmentRequest request,
        CurrentWorkspace workspace,
        RuleChecker checker,
        RuleQuestions questions,
        RuleViews views,
        AskedInstant instants,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var read = await checker.CheckAsync(workspace.Key, request.Definition ?? string.Empty, key: null, cancellationToken);
        if (read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        var (asked, wrong) = await instants.ReadAsync(workspace.Key, request.At, cancellationToken);
        if (wrong is not null)
        {
            return new ProblemResult(wrong);
        }

        var at = asked ?? time.GetUtcNow();
        var (total, members) = await questions.CountAsync(workspace.Key, segment, read.Segments, at, cancellationToken);
        var sample = members == 0 ? [] : await questions.PageAsync(workspace.Key, segment, read.Segments, at, Guid.Empty, SampleSize, cancellationToken);
        return TypedResults.Ok(new SegmentPreview(
            members, total, total > 0 ? members / (double)total : 0, at, await views.DescribeAsync(workspace.Key, sample, cancellationToken), Warnings(read)));
    }

    private static List<DefinitionProblem> Warnings(RuleChecker.Checked read) => [.. read.Check.Diagnostics.Select(RuleProblems.View)];

    private static bool IsReserved(string key) => SegmentNamings.Full.TryFind(key, out _) || SegmentNamings.Short.TryFind(key, out _);

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= LongestKey && char.IsAsciiLetterLower(key[0]) && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static string? Complaint(string? name, string? description) =>
        string.IsNullOrWhiteSpace(name) ? "The segment has no name: give one in name."
        : name.Length > LongestName ? $"name has {name.Length} characters; give at most {LongestName}."
        : description?.Length > LongestDescription ? $"description has {description.Length} characters; give at most {LongestDescription}."
        : null;

    private static ProblemResult Invalid(string code, string detail) => new(SegmentProblems.Invalid(code, detail));
}
