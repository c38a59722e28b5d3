using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access;

/// <summary>Finds the workspace that a signed-in request speaks to and checks that the caller may; runs before every endpoint of <c>/api</c>.</summary>
internal sealed class WorkspaceResolution(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentWorkspace current, IWorkspaceDirectory workspaces)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<InsideWorkspace>() is { Required: true } && Caller.From(context.User) is { } caller)
        {
            var asked = context.Request.Headers[WorkspaceHeader.Name].ToString();
            var text = asked.Length > 0 ? asked : (caller.Workspace ?? WorkspaceKey.Default).Value;
            if (caller.Workspace is { } own && own.Value != text)
            {
                await new ProblemResult(AccessProblems.OtherWorkspace(text, own)).ExecuteAsync(context);
                return;
            }

            if (!WorkspaceKey.TryParse(text, out var key) || await workspaces.FindAsync(key, context.RequestAborted) is null)
            {
                await new ProblemResult(AccessProblems.UnknownWorkspace(text)).ExecuteAsync(context);
                return;
            }

            current.Resolve(key);
        }

        await next(context);
    }
}
