namespace Tessera.Engine.Execution;

/// <summary>One finished statement.</summary>
/// <param name="Kind">The statement's first word in upper case.</param>
/// <param name="ErrorCode">ClickHouse's code, 0 for success.</param>
internal sealed record QueryLogEntry(
    string QueryId,
    DateTimeOffset StartedAt,
    double Milliseconds,
    string Kind,
    string Text,
    ulong ReadRows,
    ulong ReadBytes,
    ulong WrittenRows,
    ulong ResultRows,
    int ErrorCode,
    string Error);
