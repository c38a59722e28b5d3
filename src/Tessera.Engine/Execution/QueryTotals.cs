using System.Runtime.InteropServices;

namespace Tessera.Engine.Execution;

/// <summary>Sums over all statements of one kind since the start.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryTotals(long Count, long Failed, double Seconds, ulong ReadRows, ulong WrittenRows)
{
    public QueryTotals Add(QueryLogEntry entry) => new(
        Count + 1,
        Failed + (entry.ErrorCode == 0 ? 0 : 1),
        Seconds + (entry.Milliseconds / 1000),
        ReadRows + entry.ReadRows,
        WrittenRows + entry.WrittenRows);
}
