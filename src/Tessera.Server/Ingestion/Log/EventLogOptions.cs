namespace Tessera.Server.Ingestion.Log;

/// <summary>How an event log in a SQLite file behaves.</summary>
internal sealed record EventLogOptions
{
    /// <summary>The file; made when missing.</summary>
    public required string File { get; init; }

    /// <summary>How many partitions a new log gets; one that exists keeps the number it was made with.</summary>
    public int Partitions { get; init; } = 4;

    /// <summary>When more bytes than this wait to become durable, further batches are refused.</summary>
    public long QueueBytes { get; init; } = 64 << 20;

    /// <summary>About as many bytes of what was committed last are kept in memory, for those who follow closely.</summary>
    public long RecentBytes { get; init; } = 16 << 20;

    /// <summary>A commit takes about as many bytes at most.</summary>
    public int CommitBytes { get; init; } = 8 << 20;
}
