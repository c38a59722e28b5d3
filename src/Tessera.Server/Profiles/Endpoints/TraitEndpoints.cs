using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>What calls say of a customer, and who said it when.</summary>
internal static class TraitEndpoints
{
    private const int MostValues = 500;

    public static void Map(IEndpointRouteBuilder profiles)
    {
        profiles.MapGet("/{id:guid}/traits", ListAsync)
            .WithName("listProfileTraits")
            .WithSummary("A customer's traits, each with the call that said it last and its source.");
        profiles.MapGet("/{id:guid}/traits/{name}", HistoryAsync)
            .WithName("getProfileTrait")
            .WithSummary("Every value that a trait of a customer ever had, the last first; at most 500.");
    }

    private static async Task<Results<Ok<TraitList>, ProblemResult>> ListAsync(Guid id, CurrentWorkspace workspace, ProfileQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(workspace.Key, id, cancellationToken) is null
            ? new ProblemResult(ProfileProblems.NotFound(id.ToString()))
            : TypedResults.Ok(new TraitList((await queries.TraitsAsync(workspace.Key, id, cancellationToken)).ConvertAll(
                trait => new TraitView(trait.Name, Json(trait.Value), trait.Time, trait.MessageId, trait.Source, trait.Changes))));

    private static async Task<Results<Ok<TraitValueList>, ProblemResult>> HistoryAsync(
        Guid id, string name, CurrentWorkspace workspace, ProfileQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(workspace.Key, id, cancellationToken) is null
            ? new ProblemResult(ProfileProblems.NotFound(id.ToString()))
            : TypedResults.Ok(new TraitValueList((await queries.TraitHistoryAsync(workspace.Key, id, name, MostValues, cancellationToken)).ConvertAll(
                value => new TraitValueView(Json(value.Value), value.Time, value.MessageId, value.Source))));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
