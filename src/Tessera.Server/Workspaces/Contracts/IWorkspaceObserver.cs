namespace Tessera.Server.Workspaces.Contracts;

/// <summary>Told after the name, currency or time zone of a workspace was changed.</summary>
/// <remarks>Register any number of implementations. They run before the change is answered, so they should only note what there is to do.</remarks>
internal interface IWorkspaceObserver
{
    /// <summary>Called after the change is durable.</summary>
    Task WorkspaceChangedAsync(Workspace before, Workspace after, CancellationToken cancellationToken);
}
