using Tessera.Domain;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Reads the changes of membership in the order in which they were recorded, once the engine knows the customers and calls that they are about.</summary>
internal sealed class JournalChanges(MembershipJournal journal) : IMembershipChanges
{
    public async Task<string> EndAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => OpaqueCursor.Write(await journal.EndAsync(cancellationToken));

    public async Task<MembershipChanges> ReadAsync(WorkspaceKey workspace, string after, int limit, CancellationToken cancellationToken)
    {
        var place = PlaceOf(after);
        var changes = await SettledAsync(workspace, place, limit, cancellationToken);
        return new MembershipChanges(
            changes.ConvertAll(change => new MembershipChange(
                change.Segment, change.ProfileId, change.Entered, change.Time, NullIfEmpty(change.Cause), NullIfEmpty(change.MessageId))),
            OpaqueCursor.Write(changes.Count > 0 ? changes[^1].Place : place));
    }

    public async Task WaitAsync(WorkspaceKey workspace, string after, CancellationToken cancellationToken)
    {
        var next = journal.NextSettledAsync();
        if ((await SettledAsync(workspace, PlaceOf(after), limit: 1, cancellationToken)).Count == 0)
        {
            await next.WaitAsync(cancellationToken);
        }
    }

    private async Task<List<RecordedChange>> SettledAsync(WorkspaceKey workspace, ChangePlace after, int limit, CancellationToken cancellationToken)
    {
        var through = journal.SettledThrough;
        var changes = await journal.ReadAsync(workspace, segment: string.Empty, after, limit, cancellationToken);
        return changes.FindAll(change => change.RecordedAt <= through);
    }

    private static ChangePlace PlaceOf(string cursor) => OpaqueCursor.TryRead<ChangePlace>(cursor, out var place) && place is { Segment: not null }
        ? place
        : throw new ArgumentException("The cursor was not made here.", nameof(cursor));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
