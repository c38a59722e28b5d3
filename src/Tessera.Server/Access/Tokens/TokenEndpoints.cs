using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access.Tokens;

internal static class TokenEndpoints
{
    private const int MaxNameLength = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens").AdministratorOnly();
        tokens.MapGet("", ListAsync)
            .WithName("listTokens")
            .WithSummary("Lists the API tokens of the workspace, without their secrets.");
        tokens.MapPost("", CreateAsync)
            .WithName("createToken")
            .WithSummary("Creates an API token of the workspace and shows it this once.")
            .WithProblems(StatusCodes.Status400BadRequest);
        tokens.MapDelete("/{id:guid}", RevokeAsync)
            .WithName("revokeToken")
            .WithSummary("Ends an API token of the workspace at once.")
            .WithProblems(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<TokenList>> ListAsync(TokenStore store, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        TypedResults.Ok(new TokenList(await store.ListAsync(workspace.Key, cancellationToken)));

    private static async Task<Results<Created<CreatedToken>, ProblemResult>> CreateAsync(
        CreateTokenRequest request, TokenStore store, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > MaxNameLength)
        {
            return new ProblemResult(AccessProblems.TokenNameInvalid());
        }

        var (token, secret) = await store.CreateAsync(workspace.Key, name, cancellationToken);
        return TypedResults.Created(
            $"/api/tokens/{token.Id}", new CreatedToken(token.Id, token.Name, token.Workspace, token.CreatedAt, secret.Text));
    }

    private static async Task<Results<NoContent, ProblemResult>> RevokeAsync(
        Guid id, TokenStore store, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await store.RevokeAsync(workspace.Key, id, cancellationToken)
            ? TypedResults.NoContent()
            : new ProblemResult(AccessProblems.TokenNotFound(id));
}
