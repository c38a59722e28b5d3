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
        var (changes, end) = await SettledAsync(workspace, place, limit, cancellationToken);
        return new MembershipChanges(
            changes.ConvertAll(change => new MembershipChange(
                change.Segment, change.ProfileId, change.Entered, change.Time, change.Cause.Length == 0 ? null : change.Cause, change.MessageId)),
            OpaqueCursor.Write(end));
    }

    public async Task WaitAsync(WorkspaceKey workspace, string after, CancellationToken cancellationToken)
    {
        var next = journal.NextSettledAsync();
        if ((await SettledAsync(workspace, PlaceOf(after), limit: 1, cancellationToken)).Changes.Count == 0)
        {
            await next.WaitAsync(cancellationToken);
        }
    }

    // Who finds nothing goes on from where nothing was found, so that the same is not looked through again.
    private async Task<(List<RecordedChange> Changes, ChangePlace End)> SettledAsync(WorkspaceKey workspace, ChangePlace after, int limit, CancellationToken cancellationToken)
    {
        var through = journal.SettledThrough;
        var changes = await journal.ReadAsync(workspace, segment: string.Empty, after, limit, cancellationToken);
        var settled = changes.FindAll(change => change.RecordedAt <= through);
        var end = settled.Count > 0 ? settled[^1].Place : ChangePlace.After(through);
        return (settled, end.IsAfter(after) ? end : after);
    }

    private static ChangePlace PlaceOf(string cursor) => OpaqueCursor.TryRead<ChangePlace>(cursor, out var place) && place is { Segment: not null }
        ? place
        : throw new ArgumentException("The cursor was not made here.", nameof(cursor));
}
