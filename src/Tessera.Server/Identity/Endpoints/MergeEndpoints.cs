using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Identity.Endpoints;

/// <summary>How profiles came together, and taking them apart.</summary>
internal static class MergeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        profiles.MapGet("/{id:guid}/merges", ListAsync)
            .WithName("listMerges")
            .WithSummary("How a profile came to be: which calls joined its identifiers, and which could not.")
            .WithProblems(StatusCodes.Status404NotFound);
        profiles.MapPost("/{id:guid}/unmerge", UnmergeAsync)
            .WithName("unmergeProfile")
            .WithSummary("Takes identifiers out of a profile and keeps them apart for good, with all that was done under them.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ProfileMerges>, ProblemResult>> ListAsync(
        Guid id, CurrentWorkspace workspace, CustomerIdentity identity, CancellationToken cancellationToken) =>
        await identity.FindAsync(workspace.Key, identity.ProfileOf(id), cancellationToken) is { } profile
            ? TypedResults.Ok(ProfileMerges.Of(profile))
            : new ProblemResult(IdentityProblems.NotMerged(id));

    private static async Task<Results<Ok<UnmergeResult>, ProblemResult>> UnmergeAsync(
        Guid id,
        UnmergeRequest request,
        CurrentWorkspace workspace,
        ICaller caller,
        CustomerIdentity identity,
        IdentityUnmerging unmerging,
        CancellationToken cancellationToken)
    {
        if (await identity.FindAsync(workspace.Key, identity.ProfileOf(id), cancellationToken) is not { Members.Count: > 1 } profile)
        {
            return new ProblemResult(IdentityProblems.NotMerged(id));
        }

        var apart = (request.Identifiers ?? []).Distinct().ToList();
        var own = profile.Members.Select(member => member.Node.Identifier).ToHashSet();
        if (apart.Find(identifier => !own.Contains(identifier)) is { Kind: not null } foreign)
        {
            return new ProblemResult(IdentityProblems.NotItsIdentifier(foreign));
        }

        if (apart.Count == 0 || apart.Count == own.Count)
        {
            return new ProblemResult(IdentityProblems.NothingLeft());
        }

        var cut = await unmerging.CutAsync(workspace.Key, profile, apart, caller.Name, cancellationToken);
        return TypedResults.Ok(new UnmergeResult(cut.Id, [.. profile.Members.Select(member => identity.ProfileOf(member.Node.Id)).Distinct()]));
    }
}
