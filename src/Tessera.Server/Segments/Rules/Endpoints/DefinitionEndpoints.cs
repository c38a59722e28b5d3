using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Segments;
using Tessera.Segments.Json;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Rules.Previewing;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Definitions while they are being written: what they can be about, how they are read, who would belong.</summary>
internal static class DefinitionEndpoints
{
    private const string Exact = "exact";
    private const string Sampled = "sampled";

    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/vocabulary", VocabularyAsync)
            .WithName("getSegmentVocabulary")
            .WithSummary("What definitions can be about: the workspace's events, their properties, its customers' traits and its segments.")
            .WithDescription("Learned from the data: events are all counted; properties, traits and their values are those of some customers. Learned anew when older than a minute.");
        segments.MapPost("/parse", ParseAsync)
            .WithName("parseSegment")
            .WithSummary("Reads a definition, or a tree, and checks it against the workspace; keeps nothing.")
            .WithDescription("Give a text in definition, or a tree in tree, in the form that this answers with; the text of a tree is the answer's canonical.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapPost("/preview", PreviewAsync)
            .WithName("previewSegment")
            .WithSummary("Who would belong to a definition now, or would have at another instant; keeps nothing.")
            .WithDescription("mode: exact, the default; or sampled, which asks about a part of the customers that is always the same, as large as can be answered for at once, and says how far off it may be.")
            .WithProblems(StatusCodes.Status400BadRequest);
    }

    private static async Task<Ok<VocabularyView>> VocabularyAsync(
        CurrentWorkspace workspace, CatalogueReader catalogues, SegmentDirectory directory, CancellationToken cancellationToken) =>
        TypedResults.Ok(VocabularyView.Of(
            await catalogues.LearnedAsync(workspace.Key, cancellationToken), (await directory.ReadAsync(workspace.Key, cancellationToken)).Values));

    private static async Task<Results<Ok<ParsedSegment>, ProblemResult>> ParseAsync(
        ParseSegmentRequest request, CurrentWorkspace workspace, RuleChecker checker, CancellationToken cancellationToken)
    {
        var definition = request.Definition ?? string.Empty;
        if (request.Tree is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given)
        {
            var fromTree = SegmentJson.Read(given);
            if (fromTree.Segment is null)
            {
                return new ProblemResult(RuleProblems.Tree(fromTree.Pointer, fromTree.Problem));
            }

            definition = fromTree.Segment.ToString();
        }

        var read = await checker.CheckAsync(workspace.Key, definition, request.Key, cancellationToken);
        if (read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        using var tree = JsonDocument.Parse(SegmentJson.Write(segment));
        return TypedResults.Ok(new ParsedSegment(
            segment.ToString(), segment.Describe(), tree.RootElement.Clone(), [.. read.Check.Diagnostics.Select(RuleProblems.View)], read.Check.References, CostView.Of(read.Check.Cost)));
    }

    private static async Task<Results<Ok<SegmentPreview>, ProblemResult>> PreviewAsync(
        PreviewSegmentRequest request,
        CurrentWorkspace workspace,
        RuleChecker checker,
        RulePreviews previews,
        AskedInstant instants,
        AskedPast past,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (request.Mode is not (null or Exact or Sampled))
        {
            return new ProblemResult(SegmentProblems.OneOf("mode-unknown", "mode", request.Mode, [Exact, Sampled]));
        }

        var read = await checker.CheckAsync(workspace.Key, request.Definition ?? string.Empty, request.Key, cancellationToken);
        if (read.Segment is null || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        var (asked, wrong) = await instants.ReadAsync(workspace.Key, request.At, cancellationToken);
        wrong ??= await past.CheckAsync(workspace.Key, read.Segment, read.Segments, asked, cancellationToken);
        return wrong is not null
            ? new ProblemResult(wrong)
            : TypedResults.Ok(await previews.PreviewAsync(workspace.Key, read, asked ?? time.GetUtcNow(), request.Mode == Sampled, cancellationToken));
    }
}
