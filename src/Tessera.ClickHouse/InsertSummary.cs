namespace Tessera.ClickHouse;

/// <summary>What an insert sent.</summary>
/// <param name="Rows">How many rows the engine acknowledged, those that it recognised as already stored included.</param>
/// <param name="Batches">In how many batches they went.</param>
/// <param name="Bytes">How many bytes they were before compression, headers included.</param>
public sealed record InsertSummary(long Rows, int Batches, long Bytes);
