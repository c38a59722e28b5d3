namespace Tessera.ClickHouse;

/// <summary>How rows are inserted.</summary>
public sealed record InsertOptions
{
    /// <summary>The number of rows in a batch unless said otherwise.</summary>
    public const int DefaultBatchRows = 50_000;

    /// <summary>More rows than this in one batch are split by the engine, and a batch is then no longer all or nothing.</summary>
    public const int LargestBatchRows = 1_000_000;

    /// <summary>The engine splits blocks by their size in memory too, at 256 MiB by default.</summary>
    public const int LargestBatchBytes = 128 * 1024 * 1024;

    /// <summary>
    /// Names this set of rows, so that inserting it again (same name, same rows in the same order, same batch sizes) changes
    /// nothing; or null. Each batch has its own token, derived from this one and the batch's ordinal.
    /// </summary>
    /// <remarks>
    /// The table must remember tokens: <c>non_replicated_deduplication_window</c>, or a replicated engine. On such a table each call
    /// without a token makes one of its own, so that a batch whose answer was lost is sent again without doubling; on others it is
    /// not sent again.
    /// </remarks>
    public string? DeduplicationToken { get; init; }

    /// <summary>How many rows make a batch, 1 to <see cref="LargestBatchRows"/>. A batch is stored whole or not at all.</summary>
    public int BatchRows { get; init; } = DefaultBatchRows;

    /// <summary>A batch ends early when its rows reach this many bytes, 1 to <see cref="LargestBatchBytes"/>; memory use is about three times this.</summary>
    public int BatchBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long one batch, or one insert of blocks, may take; the client's own limit when null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Engine settings for these inserts, such as <c>async_insert</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">An option is outside its range; all such are listed.</exception>
    internal static void Validate(InsertOptions options)
    {
        List<string> faults = [];
        if (options.BatchRows is < 1 or > LargestBatchRows)
        {
            faults.Add($"BatchRows is {options.BatchRows}, it must be 1 to {LargestBatchRows}");
        }

        if (options.BatchBytes is < 1 or > LargestBatchBytes)
        {
            faults.Add($"BatchBytes is {options.BatchBytes}, it must be 1 to {LargestBatchBytes}");
        }

        if (options.DeduplicationToken is { Length: 0 })
        {
            faults.Add("DeduplicationToken is empty, it must be null or have characters");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults) + ".", nameof(options));
        }
    }
}
