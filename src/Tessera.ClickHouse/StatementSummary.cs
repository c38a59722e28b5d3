namespace Tessera.ClickHouse;

/// <summary>What a statement did, as the engine counts it; a count that the engine did not give is 0.</summary>
/// <param name="QueryId">The id under which the engine ran it.</param>
/// <param name="ReadRows">Rows read from tables.</param>
/// <param name="ReadBytes">Bytes read from tables, uncompressed.</param>
/// <param name="WrittenRows">Rows written to tables.</param>
/// <param name="WrittenBytes">Bytes written to tables, uncompressed.</param>
/// <param name="Elapsed">How long it ran in the engine.</param>
public sealed record StatementSummary(
    string QueryId,
    long ReadRows,
    long ReadBytes,
    long WrittenRows,
    long WrittenBytes,
    TimeSpan Elapsed);
