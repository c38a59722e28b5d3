using Tessera.Domain;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Reads the changes of membership in the order in which they were recorded.</summary>
internal sealed class JournalChanges(MembershipJournal journal) : IMembershipChanges
{
    public async Task<string> EndAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => OpaqueCursor.Write(await journal.EndAsync(cancellationToken));

    public async Task<MembershipChanges> ReadAsync(WorkspaceKey workspace, string after, int limit, CancellationToken cancellationToken)
    {
        var place = PlaceOf(after);
        var changes = await journal.ReadAsync(workspace, segment: string.Empty, place, limit, cancellationToken);
        return new MembershipChanges(
            changes.ConvertAll(change => new MembershipChange(
                change.Segment, change.ProfileId, change.Entered, change.Time, NullIfEmpty(change.Cause), NullIfEmpty(change.MessageId))),
            OpaqueCursor.Write(changes.Count > 0 ? changes[^1].Place : place));
    }

    public async Task WaitAsync(WorkspaceKey workspace, string after, CancellationToken cancellationToken)
    {
        var next = journal.NextAsync();
        if ((await journal.ReadAsync(workspace, segment: string.Empty, PlaceOf(after), limit: 1, cancellationToken)).Count == 0)
        {
            await next.WaitAsync(cancellationToken);
        }
    }

    private static ChangePlace PlaceOf(string cursor) => OpaqueCursor.TryRead<ChangePlace>(cursor, out var place) && place is { Segment: not null }
        ? place
        : throw new ArgumentException("The cursor was not made here.", nameof(cursor));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
