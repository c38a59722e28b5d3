using Tessera.Domain;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>The changes that were recorded last, in order: those that are not in the engine yet, and some before them, for whoever follows closely. Safe for many threads.</summary>
internal sealed class RecentChanges
{
    private const int MostKept = 50_000;

    private readonly Lock gate = new();
    private readonly List<ChangeRow> rows = [];
    private DateTimeOffset? from;
    private int flushed;

    /// <summary>The changes that are not in the engine, in order.</summary>
    public IReadOnlyList<ChangeRow> Pending
    {
        get
        {
            lock (gate)
            {
                return rows[flushed..];
            }
        }
    }

    /// <summary>How many are not in the engine.</summary>
    public int PendingCount
    {
        get
        {
            lock (gate)
            {
                return rows.Count - flushed;
            }
        }
    }

    /// <summary>Adds changes that were recorded at one instant, after all before.</summary>
    public void Add(IEnumerable<ChangeRow> changes)
    {
        lock (gate)
        {
            rows.AddRange(changes.OrderBy(change => change.RecordedAt).ThenBy(change => change.Segment, StringComparer.Ordinal).ThenBy(change => change.ProfileId, EngineOrder.Instance));
            Trim();
        }
    }

    /// <summary>The first so many that were pending are in the engine.</summary>
    public void Flushed(int count)
    {
        lock (gate)
        {
            flushed += count;
            Trim();
        }
    }

    /// <summary>Something was recorded past these changes: what is recorded after an instant only is here whole.</summary>
    public void StartAfter(DateTimeOffset instant)
    {
        lock (gate)
        {
            from = instant;
        }
    }

    /// <summary>Changes after a place; null when there may be others in the engine.</summary>
    public IReadOnlyList<RecordedChange>? After(WorkspaceKey workspace, string segment, ChangePlace after, int limit)
    {
        lock (gate)
        {
            return from is { } start && after.RecordedAt > start ? Page(Select(rows, workspace, segment, after), limit) : null;
        }
    }

    /// <summary>The first so many changes, and those at the last one's place: whoever goes on after that place would miss them.</summary>
    public static List<RecordedChange> Page(IEnumerable<RecordedChange> changes, int limit)
    {
        List<RecordedChange> page = [];
        foreach (var change in changes)
        {
            if (page.Count >= limit && change.Place != page[^1].Place)
            {
                break;
            }

            page.Add(change);
        }

        return page;
    }

    /// <summary>Those of some rows that somebody asked for.</summary>
    public static IEnumerable<RecordedChange> Select(IReadOnlyList<ChangeRow> rows, WorkspaceKey workspace, string segment, ChangePlace after) => rows
        .Skip(FirstAt(rows, after.RecordedAt))
        .Where(row => row.Workspace == workspace.Value && (segment.Length == 0 || row.Segment == segment))
        .Select(row => new RecordedChange(row.Segment, row.ProfileId, row.Time, row.Entered, row.Cause, row.MessageId, row.RecordedAt))
        .Where(change => change.Place.IsAfter(after));

    private static int FirstAt(IReadOnlyList<ChangeRow> rows, DateTimeOffset instant)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].RecordedAt < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Trim()
    {
        if (flushed > 2 * MostKept)
        {
            var drop = flushed - MostKept;
            from = rows[drop - 1].RecordedAt > from ? rows[drop - 1].RecordedAt : from;
            rows.RemoveRange(0, drop);
            flushed -= drop;
        }
    }
}
