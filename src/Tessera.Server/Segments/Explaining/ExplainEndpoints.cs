using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Endpoints;
using Tessera.Server.Segments.Rules.Explaining;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Explaining;

/// <summary>Why customers are in segments, or are not.</summary>
internal static class ExplainEndpoints
{
    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/{key}/explain/{profileId:guid}", ExplainAsync)
            .WithName("explainSegmentMember")
            .WithSummary("Why a customer is, or is not, in a segment.")
            .WithDescription("at: an instant, or a date, for segments in the language; now when left out. root holds the definition part by part; segments of the RFM model have conditions instead.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapPost("/explain", ExplainDefinitionAsync)
            .WithName("explainDefinition")
            .WithSummary("Why a customer would belong to a definition, or would not; keeps nothing.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Explanation>, ProblemResult>> ExplainAsync(
        string key,
        Guid profileId,
        string? at,
        CurrentWorkspace workspace,
        RfmReader reader,
        MemberQueries queries,
        IWorkspaceDirectory workspaces,
        RuleExplainer rules,
        RuleStore store,
        CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        if (!standing.Naming.TryFind(key, out var segment))
        {
            var (explanation, problem) = await rules.ExplainAsync(workspace.Key, key, profileId, at, cancellationToken);
            return explanation is null ? new ProblemResult(problem ?? await SegmentProblems.NotFoundAsync(key, standing.Naming, store, workspace.Key, cancellationToken)) : TypedResults.Ok(explanation);
        }

        if (at is not null)
        {
            return new ProblemResult(SegmentProblems.AtNotKept());
        }

        var currency = (await workspaces.FindAsync(workspace.Key, cancellationToken))?.Currency ?? "";
        var explainer = new RfmExplainer(standing.Result ?? RfmResult.Nothing, currency);
        var scored = await queries.CustomersAsync(workspace.Key, standing.Version ?? 0, [profileId], cancellationToken);
        if (scored.TryGetValue(profileId, out var customer))
        {
            return TypedResults.Ok(explainer.Explain(segment, customer));
        }

        var known = await queries.NamesAsync(workspace.Key, [profileId], cancellationToken);
        return known.ContainsKey(profileId)
            ? TypedResults.Ok(explainer.Explain(segment, profileId))
            : new ProblemResult(SegmentProblems.ProfileNotFound(profileId));
    }

    private static async Task<Results<Ok<Explanation>, ProblemResult>> ExplainDefinitionAsync(
        ExplainDefinitionRequest request, CurrentWorkspace workspace, RuleChecker checker, RuleExplainer rules, CancellationToken cancellationToken)
    {
        if (request.ProfileId is not { } profile)
        {
            return new ProblemResult(SegmentProblems.Invalid("profile-missing", "profileId is missing: say which customer the question is about."));
        }

        var read = await checker.CheckAsync(workspace.Key, request.Definition ?? string.Empty, key: null, cancellationToken);
        if (read.Segment is null || !read.Check.IsAccepted)
        {
            return new ProblemResult(RuleProblems.Definition(read.Check.Diagnostics));
        }

        var parsed = Tessera.Segments.Segment.Parse(request.Definition!);
        var (explanation, problem) = await rules.ExplainAsync(workspace.Key, parsed, segment: null, profile, request.At, cancellationToken);
        return explanation is null ? new ProblemResult(problem ?? SegmentProblems.ProfileNotFound(profile)) : TypedResults.Ok(explanation);
    }
}

/// <summary>A definition and a customer.</summary>
/// <param name="Definition">The definition, in the segment language.</param>
/// <param name="ProfileId">The customer.</param>
/// <param name="At">The instant, or a date, which is its start in the workspace's time zone; now when left out.</param>
internal sealed record ExplainDefinitionRequest(string? Definition = null, Guid? ProfileId = null, string? At = null);
