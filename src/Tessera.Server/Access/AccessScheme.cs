using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Access.Sessions;
using Tessera.Server.Access.Tokens;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access;

/// <summary>Recognises a caller by a Bearer token, or by the session cookie of a browser.</summary>
internal sealed class AccessScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TokenStore tokens,
    SessionStore sessions,
    SessionCookie cookie) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Tessera";
    private const string BearerPrefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            // A caller who names a token is not quietly taken for the browser's owner when the token is wrong.
            return authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
                && await tokens.FindCallerAsync(authorization[BearerPrefix.Length..].Trim(), Context.RequestAborted) is { } holder
                    ? Success(holder)
                    : AuthenticateResult.Fail("The token is not known.");
        }

        if (cookie.Read(Request) is { } secret)
        {
            return await sessions.TouchAsync(secret, Context.RequestAborted)
                ? Success(new Caller(CallerKind.Session, Workspace: null))
                : AuthenticateResult.Fail("The session has ended.");
        }

        return AuthenticateResult.NoResult();
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"Tessera\"";
        await new ProblemResult(failed ? AccessProblems.CredentialsRefused() : AccessProblems.NotSignedIn()).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new ProblemResult(AccessProblems.AdministratorOnly()).ExecuteAsync(Context);

    private static AuthenticateResult Success(Caller caller) =>
        AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Name), Name));
}
