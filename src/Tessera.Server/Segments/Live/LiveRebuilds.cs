using Tessera.Domain;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>The customers whose state waits to be put together anew, the first first. Safe for the one who adds and the one who builds.</summary>
internal sealed class LiveRebuilds
{
    private readonly Dictionary<(WorkspaceKey Workspace, Guid Profile), LiveRebuild> all = [];
    private readonly Queue<LiveRebuild> waiting = new();
    private readonly Queue<LiveRebuild> byRound = new();
    private readonly Lock gate = new();
    private readonly Bell bell = new();
    private long generation;
    private long bytes;

    /// <summary>Another number whenever everybody was forgotten: who does not wait any more then was not put together.</summary>
    public long Generation => Interlocked.Read(ref generation);

    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return all.Count == 0;
            }
        }
    }

    /// <summary>The first round of which calls wait here; null when none do.</summary>
    public long? FirstRound
    {
        get
        {
            lock (gate)
            {
                while (byRound.TryPeek(out var first))
                {
                    if (!first.IsDone)
                    {
                        return first.Since;
                    }

                    byRound.Dequeue();
                }

                return null;
            }
        }
    }

    /// <summary>The entry of a customer, if they wait.</summary>
    public LiveRebuild? Find(WorkspaceKey workspace, Guid profile)
    {
        lock (gate)
        {
            return all.GetValueOrDefault((workspace, profile));
        }
    }

    /// <summary>Adds a customer; who waits already goes on waiting.</summary>
    public LiveRebuild Add(RebuildRow row, long since, bool isCheck = false)
    {
        lock (gate)
        {
            if (all.TryGetValue((row.Workspace, row.Profile), out var before))
            {
                // What was read meanwhile does not count.
                if (row.History && !before.FromHistory)
                {
                    before.FromHistory = true;
                }

                before.Version++;
                return before;
            }

            var entry = new LiveRebuild(row, since, isCheck);
            all.Add((row.Workspace, row.Profile), entry);
            waiting.Enqueue(entry);
            byRound.Enqueue(entry);
            bell.Ring();
            return entry;
        }
    }

    /// <summary>How many bytes the calls have that wait.</summary>
    public long WaitingBytes => Interlocked.Read(ref bytes);

    /// <summary>Has a call wait with its customer.</summary>
    public void Keep(LiveRebuild entry, in LiveIncoming incoming)
    {
        // A copy of its own: what it was read with must not stay in memory for it.
        entry.Add(new WaitingCall(incoming.Identity.Owner!.Id, new TrackingRecord(incoming.Bytes.ToArray())));
        lock (gate)
        {
            entry.Bytes += incoming.Bytes.Length;
            bytes += entry.IsDone ? 0 : incoming.Bytes.Length;
        }
    }

    /// <summary>Takes some of one workspace that wait since a round or before.</summary>
    /// <param name="round">The round.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isUnsettled">Whether a customer must go on waiting, since it is being decided who they are.</param>
    public IReadOnlyList<LiveRebuild> Take(long round, int limit, Func<Guid, bool> isUnsettled)
    {
        bell.Silence();
        lock (gate)
        {
            List<LiveRebuild> taken = [];
            for (var left = waiting.Count; left > 0 && taken.Count < limit && waiting.Peek() is var next; left--)
            {
                if (next.IsDone)
                {
                    waiting.Dequeue();
                    continue;
                }

                if (next.Since > round || (taken.Count > 0 && next.Row.Workspace != taken[0].Row.Workspace))
                {
                    break;
                }

                waiting.Dequeue();
                if (isUnsettled(next.Row.Profile))
                {
                    waiting.Enqueue(next);
                }
                else
                {
                    taken.Add(next);
                }
            }

            return taken;
        }
    }

    /// <summary>Has entries wait again that were taken in vain.</summary>
    public void PutBack(IEnumerable<LiveRebuild> entries)
    {
        lock (gate)
        {
            foreach (var entry in entries.Where(entry => !entry.IsDone))
            {
                waiting.Enqueue(entry);
                bell.Ring();
            }
        }
    }

    /// <summary>An entry is done.</summary>
    public void Remove(LiveRebuild entry)
    {
        lock (gate)
        {
            bytes -= entry.IsDone ? 0 : entry.Bytes;
            entry.IsDone = true;
            all.Remove((entry.Row.Workspace, entry.Row.Profile));
        }
    }

    /// <summary>Forgets everybody.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (var entry in all.Values)
            {
                entry.IsDone = true;
            }

            Interlocked.Increment(ref generation);
            bytes = 0;
            all.Clear();
            waiting.Clear();
            byRound.Clear();
        }
    }

    /// <summary>Waits until there may be something to do that was not there when they were taken last.</summary>
    public Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken) => bell.WaitAsync(patience, time, cancellationToken);

    /// <summary>Has the builder look again.</summary>
    public void Ring() => bell.Ring();
}
