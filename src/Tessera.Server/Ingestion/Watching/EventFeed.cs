using System.Collections.Concurrent;
using Tessera.Domain;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Watching;

/// <summary>Shows calls to whoever watches a workspace, as they are acknowledged. Costs next to nothing while nobody does.</summary>
internal sealed class EventFeed(TimeProvider time)
{
    private readonly ConcurrentDictionary<FeedWatcher, WorkspaceKey> watchers = new();

    /// <summary>Begins to watch a workspace; dispose the watcher to end it.</summary>
    public FeedWatcher Watch(WorkspaceKey workspace, FeedFilter filter)
    {
        var watcher = new FeedWatcher(filter, time, gone => watchers.TryRemove(gone, out _));
        watchers[watcher] = workspace;
        return watcher;
    }

    /// <summary>Shows the calls of a batch that is durable, before its buffer is given back.</summary>
    public void Show(WorkspaceKey workspace, LogBatch batch)
    {
        if (watchers.IsEmpty)
        {
            return;
        }

        foreach (var (watcher, watched) in watchers)
        {
            if (watched == workspace)
            {
                foreach (var (_, bytes) in batch.Records)
                {
                    watcher.Show(bytes);
                }
            }
        }
    }
}
