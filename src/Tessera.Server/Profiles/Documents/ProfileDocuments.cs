using System.Threading.Channels;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Profiles.Contracts;

namespace Tessera.Server.Profiles.Documents;

/// <summary>What the engine answers of each profile, kept beside it so that reading one profile asks nothing of the engine.</summary>
/// <remarks>
/// A document is shown only if nothing changed since it was begun to be put together; otherwise the engine is asked, as it is while there is none. So what is shown is
/// the same either way.
/// </remarks>
internal sealed class ProfileDocuments : IProfileNotices, IDisposable
{
    private readonly DocumentFile file;
    private readonly DocumentMarks marks;
    private readonly ICustomerIdentity identity;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool isClosed;

    public ProfileDocuments(DocumentFile file, DocumentMarks marks, ICustomerIdentity identity)
    {
        (this.file, this.marks, this.identity) = (file, marks, identity);
        foreach (var pass in file.Passes)
        {
            marks.Restore(pass);
        }
    }

    /// <summary>The document of a profile, if there is one and it is of those identifiers and that time zone, and nothing changed since.</summary>
    public ProfileDocument? Find(WorkspaceKey workspace, Guid profile, IReadOnlyCollection<Guid> nodes, string timeZone)
    {
        // In this order: what changes before it is looked at is seen.
        return file.Find(workspace, profile) is { } found && marks.IsCurrent(workspace, profile, found.Generation)
            && ProfileDocument.Read(found.Body) is { } document && document.IsOf(nodes, timeZone) ? document : null;
    }

    public void Changed(WorkspaceKey workspace, IEnumerable<Guid> nodes)
    {
        marks.Change(workspace, nodes.Select(identity.ProfileOf));
        bell.Writer.TryWrite(true);
    }

    public void AllChanged(WorkspaceKey workspace)
    {
        marks.ChangeAll(workspace);
        bell.Writer.TryWrite(true);
    }

    /// <summary>Waits until something changed since this was waited for last.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await bell.Reader.ReadAsync(cancellationToken);

    /// <summary>Shows nothing that is kept of some profiles, until they are forgotten.</summary>
    public void Hold(IReadOnlyCollection<Guid> profiles) => marks.Hold(profiles);

    /// <summary>Forgets some profiles: when this returns, nothing of them is in any file.</summary>
    /// <exception cref="IOException">Somebody reads just now; try again.</exception>
    public void Forget(IReadOnlyCollection<Guid> profiles)
    {
        marks.Hold(profiles);
        file.Remove(profiles);
        file.Forget();
        marks.LetGo(profiles);
    }

    /// <summary>Leaves the file so that the next start can go on with it.</summary>
    public void Dispose()
    {
        if (!isClosed)
        {
            isClosed = true;
            file.Remove(marks.Untrusted);
            file.Close(marks.Passes);
            file.Dispose();
        }
    }
}
