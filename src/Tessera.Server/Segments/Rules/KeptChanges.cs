using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Reads the changes that evaluations recorded. A segment's changes are whole up to the instant of its last evaluation, so the cursor has one place for each segment.</summary>
internal sealed class KeptChanges(ClickHouseClient engine, RuleStore rules, TimeProvider time) : IMembershipChanges
{
    private const string Definition = "definition";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly Statement After = new(EmbeddedSql.Read("Segments/Rules/Sql/ChangesAfter.sql"));

    public async Task<string> EndAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => OpaqueCursor.Write(
        new ChangePlaces((await ComputedAsync(workspace, cancellationToken)).ToDictionary(
            segment => segment.Key, segment => ChangePlace.EndOf(segment.Value), StringComparer.Ordinal)));

    public async Task<MembershipChanges> ReadAsync(WorkspaceKey workspace, string after, int limit, CancellationToken cancellationToken)
    {
        if (!OpaqueCursor.TryRead<ChangePlaces>(after, out var begun))
        {
            throw new ArgumentException("The cursor was not made here.", nameof(after));
        }

        var places = new Dictionary<string, ChangePlace>(StringComparer.Ordinal);
        List<MembershipChange> changes = [];
        foreach (var (segment, through) in await ComputedAsync(workspace, cancellationToken))
        {
            var isNew = !begun.Segments.TryGetValue(segment, out var place);
            place ??= ChangePlace.Beginning;
            var room = limit - changes.Count;
            if (place.Time < through && room > 0)
            {
                var rows = await ReadAsync(workspace, segment, place, through, room, cancellationToken);

                // Who belongs from the first evaluation on belongs because the segment was made.
                var filling = place.Filling ? place.Time : isNew && rows.Count > 0 ? rows[0].Time : (DateTimeOffset?)null;
                changes.AddRange(rows.Select(row => new MembershipChange(
                    segment, row.ProfileId, row.Entered, row.Time, row.Time == filling ? Definition : null, MessageId: null)));
                place = rows.Count < room
                    ? ChangePlace.EndOf(through)
                    : new ChangePlace(rows[^1].Time, rows[^1].ProfileId, rows[^1].Entered, rows[^1].Time == filling);
            }

            places[segment] = place;
        }

        return new MembershipChanges(changes, OpaqueCursor.Write(new ChangePlaces(places)));
    }

    public Task WaitAsync(WorkspaceKey workspace, string after, CancellationToken cancellationToken) => Task.Delay(Pause, time, cancellationToken);

    private Task<List<KeptChange>> ReadAsync(
        WorkspaceKey workspace, string segment, ChangePlace place, DateTimeOffset through, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<KeptChange>(
            After.With("workspace", workspace.Value)
                .With("segment", segment)
                .With("after", place.Time)
                .With("after_profile", place.ProfileId)
                .With("after_entered", place.Entered)
                .With("through", through)
                .With("limit", limit),
            cancellationToken);

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> ComputedAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        (await rules.ListAsync(workspace, cancellationToken))
            .Where(rule => rule.ComputedAt is not null)
            .ToDictionary(rule => rule.Key, rule => rule.ComputedAt!.Value, StringComparer.Ordinal);

    private sealed record KeptChange(Guid ProfileId, DateTimeOffset Time, bool Entered);

    /// <summary>How far each segment's changes were read.</summary>
    private sealed record ChangePlaces(IReadOnlyDictionary<string, ChangePlace> Segments);

    /// <summary>A place in the changes of one segment.</summary>
    /// <param name="Time">The instant of the last change read.</param>
    /// <param name="ProfileId">Whose it was.</param>
    /// <param name="Entered">Whether they entered.</param>
    /// <param name="Filling">Whether changes of this very instant are those that filled the segment when it was made.</param>
    private sealed record ChangePlace(DateTimeOffset Time, Guid ProfileId, bool Entered, bool Filling = false)
    {
        private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

        public static ChangePlace Beginning { get; } = new(DateTimeOffset.UnixEpoch, Guid.Empty, Entered: false);

        public static ChangePlace EndOf(DateTimeOffset instant) => new(instant, Last, Entered: true);
    }
}
