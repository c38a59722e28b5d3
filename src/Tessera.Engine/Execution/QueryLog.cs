namespace Tessera.Engine.Execution;

/// <summary>The last statements and running totals: the library keeps no system.query_log of its own.</summary>
internal sealed class QueryLog
{
    private const int Kept = 1000;

    private readonly Lock gate = new();
    private readonly Queue<QueryLogEntry> entries = new(Kept);
    private readonly Dictionary<string, QueryTotals> totalsOfKind = new(StringComparer.Ordinal);

    /// <summary>How many statements have ended since the start.</summary>
    public long Count { get; private set; }

    public void Add(QueryLogEntry entry)
    {
        lock (gate)
        {
            if (entries.Count == Kept)
            {
                entries.Dequeue();
            }

            entries.Enqueue(entry);
            Count++;
            var totals = totalsOfKind.GetValueOrDefault(entry.Kind);
            totalsOfKind[entry.Kind] = totals.Add(entry);
        }
    }

    /// <summary>The latest entries, newest first.</summary>
    public IReadOnlyList<QueryLogEntry> Latest(int count)
    {
        lock (gate)
        {
            return [.. entries.Reverse().Take(count)];
        }
    }

    public IReadOnlyDictionary<string, QueryTotals> Totals()
    {
        lock (gate)
        {
            return new SortedDictionary<string, QueryTotals>(totalsOfKind, StringComparer.Ordinal);
        }
    }
}
