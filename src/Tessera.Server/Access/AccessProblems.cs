using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Access;

/// <summary>Every way in which access is refused.</summary>
internal static class AccessProblems
{
    public static Problem NotSignedIn() => new(
        StatusCodes.Status401Unauthorized,
        "not-signed-in",
        "Not signed in",
        "Send \"Authorization: Bearer <token>\" (the administrator's is in admin.token in the data directory), or open the link that \"./tessera link\" prints in the browser.");

    public static Problem CredentialsRefused() => new(
        StatusCodes.Status401Unauthorized,
        "credentials-refused",
        "Token or session not accepted",
        "The token is not known or was revoked, or the browser session has ended; use the token in admin.token, or print a new sign-in link with \"./tessera link\".");

    public static Problem AdministratorOnly() => new(
        StatusCodes.Status403Forbidden,
        "administrator-only",
        "For the administrator only",
        "A token of one workspace cannot do this; use the administrator's token, which is in admin.token in the data directory.");

    public static Problem OtherWorkspace(string asked, WorkspaceKey own) => new(
        StatusCodes.Status403Forbidden,
        "workspace-forbidden",
        "Token of another workspace",
        $"The token belongs to the workspace \"{own}\" and does not open \"{asked}\"; leave out the header {WorkspaceHeader.Name} or use another token.");

    public static Problem UnknownWorkspace(string asked) => new(
        StatusCodes.Status404NotFound,
        "workspace-not-found",
        "No such workspace",
        $"There is no workspace \"{asked}\"; ./tessera workspaces list (GET /api/workspaces) lists them.");

    public static Problem CrossSite() => new(
        StatusCodes.Status403Forbidden,
        "cross-site-request",
        "Request from another site",
        "A browser session may change things only from Tessera's own pages; scripts use a token instead of the cookie.");

    public static Problem SignInCodeRefused() => new(
        StatusCodes.Status401Unauthorized,
        "sign-in-code-refused",
        "Sign-in link used or expired",
        "Each sign-in link works once and for an hour; print a new one with \"./tessera link\".");

    public static Problem TooManyAttempts(TimeSpan delay) => new(
        StatusCodes.Status429TooManyRequests,
        "too-many-attempts",
        "Too many wrong sign-in codes",
        $"Wait {Math.Ceiling(delay.TotalSeconds):0} seconds, then open a fresh link from \"./tessera link\".");

    public static Problem TokenNotFound(Guid id) => new(
        StatusCodes.Status404NotFound, "token-not-found", "No such token", $"The workspace has no token {id}; GET /api/tokens lists them.");

    public static Problem TokenNameInvalid() => new(
        StatusCodes.Status400BadRequest, "token-name-invalid", "Token without a name", "Give the token a name of 1 to 100 characters that says what it is for.");
}
