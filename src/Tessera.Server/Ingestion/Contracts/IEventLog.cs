namespace Tessera.Server.Ingestion.Contracts;

/// <summary>
/// The door to the event log: records in, durable and in order per partition, and out again from any position that is kept.
/// </summary>
/// <remarks>
/// Every implementation passes <c>EventLogContract</c> in the tests. A record is bytes to the log; what they mean is
/// its users' affair. Safe for use by many threads at once.
/// </remarks>
internal interface IEventLog : IAsyncDisposable
{
    /// <summary>A random name that the log got when it was made; another log has another one.</summary>
    string Id { get; }

    /// <summary>How many partitions there are, fixed when the log was made. Records of one key are all in one partition.</summary>
    int Partitions { get; }

    /// <summary>What waits to become durable now, in bytes.</summary>
    long QueuedBytes { get; }

    /// <summary>Appends a batch, whole or not at all; the task completes once the batch would survive a loss of power.</summary>
    /// <param name="batch">The records; the caller disposes it once the task has completed.</param>
    /// <exception cref="LogFullException">More waits to become durable than may; nothing of the batch was appended.</exception>
    /// <exception cref="IOException">The medium refused. Nothing of the batch will be read, unless the log is opened anew.</exception>
    Task AppendAsync(LogBatch batch);

    /// <summary>Reads records of a partition in their order.</summary>
    /// <param name="partition">The partition, from 0.</param>
    /// <param name="after">Records after this position; 0 for the oldest that is kept.</param>
    /// <param name="through">Records up to this position, itself included.</param>
    /// <param name="bytes">About as many bytes at most; at least one record is read when there is one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The records; none when there are none.</returns>
    Task<IReadOnlyList<LogRecord>> ReadAsync(int partition, long after, long through, long bytes, CancellationToken cancellationToken);

    /// <summary>Waits until a partition has a durable record after a position, and returns the position of its last one.</summary>
    ValueTask<long> WaitAsync(int partition, long after, CancellationToken cancellationToken);

    /// <summary>The position of the last durable record of a partition; 0 when it never had one.</summary>
    long LastPosition(int partition);

    /// <summary>Forgets records that are old and not needed any more. Positions are never used again.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="through">Only records up to this position.</param>
    /// <param name="appendedBefore">Only records that were appended before.</param>
    /// <returns>How many records were forgotten. Records that were appended together are kept or forgotten together.</returns>
    Task<long> TrimAsync(int partition, long through, DateTimeOffset appendedBefore);

    /// <summary>Puts other records in the place of some, at the same positions; what was there is in no file of the log any more when this returns.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="after">Records after this position only.</param>
    /// <param name="through">Records up to this position, itself included.</param>
    /// <param name="replace">What to put in the place of a record; null to leave it as it is. Doing it again must change nothing.</param>
    /// <param name="cancellationToken">Gives up between two steps.</param>
    /// <returns>How many were replaced.</returns>
    /// <exception cref="IOException">The medium refused, or somebody reads for too long; doing it again finishes.</exception>
    Task<long> ReplaceAsync(int partition, long after, long through, Func<ReadOnlyMemory<byte>, byte[]?> replace, CancellationToken cancellationToken);
}
