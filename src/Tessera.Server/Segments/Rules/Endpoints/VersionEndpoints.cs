using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Rules.Versions;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>What segments were: their versions, what changed between two, and back to an old one.</summary>
internal static class VersionEndpoints
{
    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/{key}/versions", ListAsync)
            .WithName("listSegmentVersions")
            .WithSummary("Everything a segment ever was: its definition, when it was changed and by whom.")
            .WithProblems(StatusCodes.Status404NotFound);
        segments.MapGet("/{key}/versions/{version:long}/diff", DiffAsync)
            .WithName("diffSegmentVersions")
            .WithSummary("What changed from one version of a segment to another, by default the one in force.")
            .WithProblems(StatusCodes.Status404NotFound);
        segments.MapPost("/{key}/versions/{version:long}/restore", RestoreAsync)
            .WithName("restoreSegmentVersion")
            .WithSummary("Makes a segment what it was in an old version, as a new version.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<SegmentVersionList>, ProblemResult>> ListAsync(
        string key, CurrentWorkspace workspace, RuleStore store, CancellationToken cancellationToken) =>
        await store.VersionsAsync(workspace.Key, key, cancellationToken) is { Count: > 0 } versions
            ? TypedResults.Ok(new SegmentVersionList(versions, Next: null))
            : new ProblemResult(RuleProblems.Missing(key));

    private static async Task<Results<Ok<SegmentVersionDiff>, ProblemResult>> DiffAsync(
        string key, long version, long? to, CurrentWorkspace workspace, RuleStore store, CancellationToken cancellationToken)
    {
        var versions = await store.VersionsAsync(workspace.Key, key, cancellationToken);
        if (versions.Count == 0)
        {
            return new ProblemResult(RuleProblems.Missing(key));
        }

        var other = to ?? versions[0].Version;
        foreach (var asked in new[] { version, other })
        {
            if (versions.All(known => known.Version != asked))
            {
                return new ProblemResult(RuleProblems.NoSuchVersion(key, asked, versions[0].Version));
            }
        }

        var diff = RuleDiff.Of(versions.First(known => known.Version == version).Text, versions.First(known => known.Version == other).Text);
        return TypedResults.Ok(new SegmentVersionDiff(version, other, diff.Lines, diff.Summary));
    }

    private static async Task<Results<Ok<SegmentView>, ProblemResult>> RestoreAsync(
        string key, long version, CurrentWorkspace workspace, ICaller caller, RuleStore store, RuleEditing editing, RuleViews views, CancellationToken cancellationToken)
    {
        var versions = await store.VersionsAsync(workspace.Key, key, cancellationToken);
        if (versions.Count == 0)
        {
            return new ProblemResult(RuleProblems.Missing(key));
        }

        if (versions.FirstOrDefault(known => known.Version == version) is not { } old)
        {
            return new ProblemResult(RuleProblems.NoSuchVersion(key, version, versions[0].Version));
        }

        return await editing.ChangeAsync(workspace.Key, key, old.Name, old.Definition, old.Description, from: null, caller.Name, cancellationToken) is { } problem ? new ProblemResult(problem)
            : await views.FindAsync(workspace.Key, key, cancellationToken) is { } view ? TypedResults.Ok(view)
            : new ProblemResult(RuleProblems.NotFound(key));
    }
}
