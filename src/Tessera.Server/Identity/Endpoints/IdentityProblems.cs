using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Identity.Endpoints;

/// <summary>What can be wrong with a request about identities.</summary>
internal static class IdentityProblems
{
    public static Problem NotMerged(Guid id) => new(
        StatusCodes.Status404NotFound,
        "profile-not-merged",
        "Nothing was merged",
        $"Profile {id} has one identifier only, or is not there: GET /api/profiles/{id} shows what it is known by.");

    public static Problem NotItsIdentifier(Identifier identifier) => Invalid(
        "identifier-not-of-profile", $"{identifier} is not an identifier of this profile; GET …/merges lists those that it has.");

    public static Problem NothingLeft() => Invalid("unmerge-invalid", "identifiers must name some of the profile's identifiers, and leave at least one.");

    public static Problem CutNotFound(Guid id) => new(
        StatusCodes.Status404NotFound, "cut-not-found", "No such cut", $"Nothing is kept apart by {id}; GET /api/identity/cuts lists what is.");

    public static Problem RulesInvalid(string complaint) => Invalid("identity-rules-invalid", complaint);

    private static Problem Invalid(string code, string detail) => new(StatusCodes.Status400BadRequest, code, "Request not understood", detail);
}
