namespace Tessera.Engine.Execution;

/// <summary>One finished statement.</summary>
/// <param name="QueryId">The id that the client gave it, or that was made for it.</param>
/// <param name="StartedAt">When it arrived.</param>
/// <param name="Milliseconds">How long it took, waiting for a connection included.</param>
/// <param name="Kind">The statement's first word in upper case.</param>
/// <param name="Text">The statement, cut off when it is long.</param>
/// <param name="ReadRows">Rows read from tables.</param>
/// <param name="ReadBytes">Bytes read from tables, before compression.</param>
/// <param name="WrittenRows">Rows inserted.</param>
/// <param name="ResultRows">Rows of the result.</param>
/// <param name="ErrorCode">ClickHouse's code, 0 for success.</param>
/// <param name="Error">ClickHouse's message, empty for success.</param>
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
