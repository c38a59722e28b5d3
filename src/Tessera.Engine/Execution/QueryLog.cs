namespace Tessera.Engine.Execution;

/// <summary>The last statements and running totals: the library keeps no system.query_log of its own.</summary>
internal sealed class QueryLog
{
    private const int Kept = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<QueryLogEntry> _entries = new(Kept);
    private readonly Dictionary<string, QueryTotals> _totals = new(StringComparer.Ordinal);

    /// <summary>How many statements have ended since the start.</summary>
    public long Count { get; private set; }

    public void Add(QueryLogEntry entry)
    {
        lock (_gate)
        {
            if (_entries.Count == Kept)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
            Count++;
            QueryTotals totals = _totals.GetValueOrDefault(entry.Kind);
            _totals[entry.Kind] = totals.Add(entry);
        }
    }

    /// <summary>The latest entries, newest first.</summary>
    public IReadOnlyList<QueryLogEntry> Latest(int count)
    {
        lock (_gate)
        {
            return [.. _entries.Reverse().Take(count)];
        }
    }

    public IReadOnlyDictionary<string, QueryTotals> Totals()
    {
        lock (_gate)
        {
            return new SortedDictionary<string, QueryTotals>(_totals, StringComparer.Ordinal);
        }
    }
}
