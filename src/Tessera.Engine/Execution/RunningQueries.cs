using System.Collections.Concurrent;

namespace Tessera.Engine.Execution;

/// <summary>The statements that run now, by the identifier their clients gave them.</summary>
internal sealed class RunningQueries
{
    private readonly ConcurrentDictionary<RunningQuery, bool> _running = new(ReferenceEqualityComparer.Instance);

    public int Count => _running.Count;

    public RunningQuery Start(string queryId, string text, ConnectionLease lease)
    {
        RunningQuery query = new(queryId, text, lease);
        _running[query] = true;
        return query;
    }

    public void End(RunningQuery query)
    {
        _running.TryRemove(query, out _);
        query.SetEnded();
    }

    /// <summary>Asks every statement to stop.</summary>
    public void CancelAll()
    {
        foreach (RunningQuery query in _running.Keys)
        {
            query.Cancel();
        }
    }

    public IReadOnlyList<RunningQuery> WithId(string queryId) => [.. _running.Keys.Where(query => query.QueryId == queryId)];
}
