using System.Text;
using Tessera.Domain;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>Where calls come from: a write key's workspace and name, ready to be written into records.</summary>
internal sealed class Source
{
    public Source(WorkspaceKey workspace, string name)
    {
        (Workspace, Name) = (workspace, name);
        (WorkspaceBytes, NameBytes) = (Encoding.UTF8.GetBytes(workspace.Value), Encoding.UTF8.GetBytes(name));
    }

    public WorkspaceKey Workspace { get; }

    public string Name { get; }

    public byte[] WorkspaceBytes { get; }

    public byte[] NameBytes { get; }
}
