using Tessera.Domain;

namespace Tessera.Server.Imports.Contracts;

/// <summary>Has the observers of orders told that order lines of a workspace have changed, a little later and many changes at once.</summary>
internal interface IOrderNotices
{
    /// <summary>Notes that order lines changed, or came to other customers; returns at once.</summary>
    void Add(WorkspaceKey workspace, long orderLines);
}
