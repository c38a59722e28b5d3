using System.Security.Claims;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access;

/// <summary>Who makes a request, once their token or session has been recognised.</summary>
/// <param name="Kind">By what they were recognised.</param>
/// <param name="Workspace">The one workspace they may speak to; null: all.</param>
internal sealed record Caller(CallerKind Kind, WorkspaceKey? Workspace) : ICaller
{
    private const string KindClaim = "tessera:kind";
    private const string WorkspaceClaim = "tessera:workspace";

    /// <summary>What the web app calls them.</summary>
    public string Name => Kind == CallerKind.WorkspaceToken ? "Token" : "Owner";

    /// <summary>Whether they may do what concerns the whole installation.</summary>
    public bool IsAdministrator => Workspace is null;

    public bool MayOpen(WorkspaceKey workspace) => Workspace is null || Workspace == workspace;

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(KindClaim, Kind.ToString()));
        if (Workspace is { } workspace)
        {
            identity.AddClaim(new Claim(WorkspaceClaim, workspace.Value));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The caller that a principal stands for, or null when nobody is signed in.</summary>
    public static Caller? From(ClaimsPrincipal principal) =>
        Enum.TryParse<CallerKind>(principal.FindFirstValue(KindClaim), out var kind)
            ? new Caller(kind, WorkspaceKey.TryParse(principal.FindFirstValue(WorkspaceClaim), out var workspace) ? workspace : null)
            : null;
}
