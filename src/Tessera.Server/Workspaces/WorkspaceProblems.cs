using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Workspaces;

internal static class WorkspaceProblems
{
    public static Problem Invalid(string detail) => new(StatusCodes.Status400BadRequest, "workspace-invalid", "Workspace not accepted", detail);

    public static Problem KeyInvalid(string? key) => Invalid(
        $"\"{key}\" is not a workspace key; use 1 to {WorkspaceKey.MaxLength} lower-case letters, digits and inner hyphens, such as \"my-shop\".");

    public static Problem KeyTaken(WorkspaceKey key) => new(
        StatusCodes.Status409Conflict, "workspace-exists", "Workspace exists", $"There is a workspace \"{key}\" already; choose another key.");

    public static Problem NotFound(string key) => new(
        StatusCodes.Status404NotFound, "workspace-not-found", "No such workspace", $"There is no workspace \"{key}\"; ./tessera workspaces list (GET /api/workspaces) lists them.");
}
