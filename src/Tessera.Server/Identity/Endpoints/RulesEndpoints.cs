using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Identity.Engine;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Identity.State;

namespace Tessera.Server.Identity.Endpoints;

/// <summary>The rules by which identifiers become profiles, and what is kept apart.</summary>
internal static class RulesEndpoints
{
    private const int MostKinds = 100;
    private const int MostBlocked = 10_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var identity = api.MapGroup("/identity").WithTags("Identity");
        identity.MapGet("/rules", ShowAsync)
            .WithName("getIdentityRules")
            .WithSummary("The rules by which identifiers become profiles.");
        identity.MapPut("/rules", ChangeAsync)
            .WithName("setIdentityRules")
            .WithSummary("Changes the rules; everything that is known is resolved by them anew, in the background.")
            .WithProblems(StatusCodes.Status400BadRequest);
        identity.MapGet("/cuts", Cuts)
            .WithName("listIdentityCuts")
            .WithSummary("Which identifiers somebody said are not the same customer's.");
        identity.MapDelete("/cuts/{id:guid}", RemoveAsync)
            .WithName("removeIdentityCut")
            .WithSummary("Lets identifiers come together again that were kept apart.")
            .WithProblems(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<IdentityRulesView>> ShowAsync(
        CurrentWorkspace workspace, IdentityRulesStore rules, IdentityState state, CancellationToken cancellationToken)
    {
        var identity = rules.Of(workspace.Key.Value);
        var resolved = await state.ResolvedByAsync(workspace.Key.Value, cancellationToken) ?? 0;
        return TypedResults.Ok(new IdentityRulesView(identity.Rules.Kinds, identity.Rules.Blocked, resolved == identity.Version ? "ready" : "resolving"));
    }

    private static async Task<Results<Ok<IdentityRulesView>, ProblemResult>> ChangeAsync(
        IdentityRulesRequest request, CurrentWorkspace workspace, IdentityRulesStore rules, IdentityUpkeep upkeep, IdentityState state, CancellationToken cancellationToken)
    {
        var changed = new IdentityRules(request.Kinds ?? IdentityRules.Default.Kinds, request.Blocked ?? IdentityRules.Default.Blocked);
        if (Complaint(changed) is { } complaint)
        {
            return new ProblemResult(IdentityProblems.RulesInvalid(complaint));
        }

        await rules.SetAsync(workspace.Key, changed, cancellationToken);
        upkeep.Wake();
        return await ShowAsync(workspace, rules, state, cancellationToken);
    }

    private static Ok<IdentityCutList> Cuts(CurrentWorkspace workspace, IdentityRulesStore rules) =>
        TypedResults.Ok(new IdentityCutList(rules.Of(workspace.Key.Value).Cuts));

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        Guid id, CurrentWorkspace workspace, IdentityUnmerging unmerging, CancellationToken cancellationToken) =>
        await unmerging.RemoveAsync(workspace.Key, id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(IdentityProblems.CutNotFound(id));

    private static string? Complaint(IdentityRules rules)
    {
        if (rules.Kinds.Count is 0 or > MostKinds || rules.Kinds.Select(kind => kind.Kind).Distinct(StringComparer.Ordinal).Count() != rules.Kinds.Count)
        {
            return $"kinds must name 1 to {MostKinds} kinds of identifiers in order of priority, each once.";
        }

        if (rules.Kinds.FirstOrDefault(kind => kind.Kind != IdentityRules.AnyOther && !IsKind(kind.Kind)) is { } odd)
        {
            return $"\"{odd.Kind}\" is not a kind of identifier; write lower-case letters, digits and underscores, or * for every other kind.";
        }

        if (rules.Kinds.FirstOrDefault(kind => kind.Limit < 1) is { } none)
        {
            return $"limit of {none.Kind} is {none.Limit}; give 1 or more, or leave it out for any number.";
        }

        return rules.Blocked.Count > MostBlocked ? $"blocked has {rules.Blocked.Count} values; at most {MostBlocked} are kept." : null;
    }

    private static bool IsKind(string? kind) => kind is { Length: > 0 } && kind.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}
