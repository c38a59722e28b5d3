using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access.Sessions;

internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session").OutsideWorkspace();
        session.MapGet("", ShowAsync)
            .WithName("getSession")
            .WithSummary("Says who is signed in and which workspaces they may open.");
        session.MapPost("", SignInAsync)
            .WithName("signIn")
            .WithSummary("Exchanges the code of a sign-in link for a session cookie.")
            .WithDescription("The code works once. The cookie is HttpOnly and SameSite=Strict.")
            .WithProblems(StatusCodes.Status429TooManyRequests)
            .AllowAnonymous();
        session.MapDelete("", SignOutAsync)
            .WithName("signOut")
            .WithSummary("Ends the session of this browser.");
        session.MapPost("/links", CreateLinkAsync)
            .WithName("createSignInLink")
            .WithSummary("Makes a sign-in link that opens one session, once.")
            .AdministratorOnly();
    }

    private static async Task<Ok<SessionView>> ShowAsync(
        HttpContext context, IWorkspaceDirectory workspaces, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ViewAsync(Caller.From(context.User)!, workspaces, cancellationToken));

    private static async Task<Results<Ok<SessionView>, ProblemResult>> SignInAsync(
        SignInRequest request,
        HttpContext context,
        SignInAttempts attempts,
        SignInCodes codes,
        SessionStore sessions,
        SessionCookie cookie,
        IWorkspaceDirectory workspaces,
        CancellationToken cancellationToken)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (attempts.Delay(address) is { } delay)
        {
            return new ProblemResult(AccessProblems.TooManyAttempts(delay), delay);
        }

        if (!await codes.RedeemAsync(request.Code, cancellationToken))
        {
            attempts.CountFailure(address);
            return new ProblemResult(AccessProblems.SignInCodeRefused());
        }

        cookie.Write(context, await sessions.CreateAsync(cancellationToken));
        return TypedResults.Ok(await ViewAsync(new Caller(CallerKind.Session, Workspace: null), workspaces, cancellationToken));
    }

    private static async Task<NoContent> SignOutAsync(
        HttpContext context, SessionStore sessions, SessionCookie cookie, CancellationToken cancellationToken)
    {
        if (cookie.Read(context.Request) is { } secret)
        {
            await sessions.EndAsync(secret, cancellationToken);
            cookie.Delete(context);
        }

        return TypedResults.NoContent();
    }

    private static async Task<Ok<SignInLink>> CreateLinkAsync(SignInLinks links, HttpContext context, CancellationToken cancellationToken) =>
        TypedResults.Ok(await links.CreateAsync(new Uri($"{context.Request.Scheme}://{context.Request.Host.Value}"), cancellationToken));

    private static async Task<SessionView> ViewAsync(Caller caller, IWorkspaceDirectory workspaces, CancellationToken cancellationToken)
    {
        var open = (await workspaces.ListAsync(cancellationToken))
            .Where(workspace => caller.MayOpen(new WorkspaceKey(workspace.Key)))
            .Select(workspace => new SessionWorkspace(workspace.Key, workspace.Name, workspace.Currency, workspace.TimeZone, workspace.Sample));
        return new SessionView(SignedIn: true, new SessionUser(caller.Name), [.. open], ServerVersion.Text);
    }
}
