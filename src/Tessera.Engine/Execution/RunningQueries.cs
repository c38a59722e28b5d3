using System.Collections.Concurrent;
using Tessera.Engine.Native;

namespace Tessera.Engine.Execution;

/// <summary>The statements that run now, by the identifier their clients gave them; no two have the same.</summary>
internal sealed class RunningQueries
{
    private readonly ConcurrentDictionary<string, RunningQuery> running = new(StringComparer.Ordinal);

    public int Count => running.Count;

    /// <summary>Notes that a statement begins.</summary>
    /// <exception cref="EngineException">
    /// One with that identifier has not ended. Whoever lost the answer to a statement and sends it again relies on this: were both
    /// to run, neither would see what the other writes.
    /// </exception>
    public RunningQuery Start(string queryId, string text, ConnectionLease lease)
    {
        var query = new RunningQuery(queryId, text, lease);
        return running.TryAdd(queryId, query) ? query : throw EngineErrors.AlreadyRuns(queryId);
    }

    public void End(RunningQuery query)
    {
        running.TryRemove(KeyValuePair.Create(query.QueryId, query));
        query.SetEnded();
    }

    /// <summary>Asks every statement to stop.</summary>
    public void CancelAll()
    {
        foreach (var query in running.Values)
        {
            query.Cancel();
        }
    }

    /// <summary>The statement with that identifier, or null when none runs.</summary>
    public RunningQuery? WithId(string queryId) => running.GetValueOrDefault(queryId);
}
