using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Identity.Contracts;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Single customers.</summary>
internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        ProfileListEndpoints.Map(profiles);
        profiles.MapGet("/by-identifier", FindAsync)
            .WithName("findProfile")
            .WithSummary("Everything known about the customer with an identifier, written KIND:VALUE, such as email:ada@example.com.")
            .WithProblems(StatusCodes.Status400BadRequest);
        profiles.MapGet("/{id:guid}", ShowAsync)
            .WithName("getProfile")
            .WithSummary("Everything known about one customer.");
        ProfileActivityEndpoints.Map(profiles);
        TraitEndpoints.Map(profiles);
    }

    /// <summary>The profile with an identifier.</summary>
    public static async Task<Results<Ok<ProfileView>, ProblemResult>> FindAsync(
        string identifier, CurrentWorkspace workspace, ProfileDetails details, CancellationToken cancellationToken)
    {
        if (!Identifier.TryParse(identifier, out var parsed))
        {
            return new ProblemResult(ProfileProblems.IdentifierInvalid(identifier));
        }

        return await details.FindAsync(workspace.Key, IdentifierValues.Asked(parsed), cancellationToken) is { } profile
            ? TypedResults.Ok(profile)
            : new ProblemResult(ProfileProblems.NotFound($"with {parsed}"));
    }

    private static async Task<Results<Ok<ProfileView>, ProblemResult>> ShowAsync(
        Guid id, CurrentWorkspace workspace, ProfileDetails details, CancellationToken cancellationToken) =>
        await details.FindAsync(workspace.Key, id, cancellationToken) is { } profile
            ? TypedResults.Ok(profile)
            : new ProblemResult(ProfileProblems.NotFound(id.ToString()));
}
