using System.Threading.Channels;
using Tessera.Domain;

namespace Tessera.Server.Segments.Rfm;

/// <summary>The workspaces whose segments may need work, in the order in which they asked.</summary>
internal sealed class RfmQueue
{
    private readonly Channel<WorkspaceKey> channel = Channel.CreateUnbounded<WorkspaceKey>();

    /// <summary>Whether somebody waits.</summary>
    public bool IsWaiting => channel.Reader.Count > 0;

    /// <summary>Has a workspace looked at; returns at once.</summary>
    public void Enqueue(WorkspaceKey workspace) => channel.Writer.TryWrite(workspace);

    /// <summary>The workspaces as they come.</summary>
    public IAsyncEnumerable<WorkspaceKey> ReadAllAsync(CancellationToken cancellationToken) => channel.Reader.ReadAllAsync(cancellationToken);
}
