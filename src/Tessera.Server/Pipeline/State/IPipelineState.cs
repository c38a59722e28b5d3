namespace Tessera.Server.Pipeline.State;

/// <summary>The door to what the pipeline remembers: how far it has come in the log, and which messages it has seen.</summary>
/// <remarks>Every implementation passes <c>PipelineStateContract</c> in the tests. Safe for use by many threads at once.</remarks>
internal interface IPipelineState : IAsyncDisposable
{
    /// <summary>
    /// A random name that the state got when it was made. What is stored elsewhere under it and a range of the log is stored once,
    /// and again when the log is replayed into another state.
    /// </summary>
    string Id { get; }

    /// <summary>Where a partition stands.</summary>
    Task<PartitionProgress> LoadAsync(int partition, CancellationToken cancellationToken);

    /// <summary>The ids of the messages seen last in a partition, oldest first, some at a time.</summary>
    IAsyncEnumerable<UInt128[]> LoadMessagesAsync(int partition, CancellationToken cancellationToken);

    /// <summary>
    /// Notes durably that a range is about to be stored elsewhere, so that after a crash exactly that range is done again and
    /// recognised as the same.
    /// </summary>
    Task BeginAsync(int partition, LogRange range, CancellationToken cancellationToken);

    /// <summary>Notes durably that a range is done, and the messages that were new in it.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="range">The range that was begun.</param>
    /// <param name="messages">Their ids, in order.</param>
    /// <param name="kept">How many messages of the partition are remembered at least; older groups are forgotten.</param>
    /// <param name="isSeenWritten">Whether everything up to the end of the range is stored; otherwise, when profiles were last seen is not.</param>
    /// <param name="cancellationToken">Gives up; the range then counts as begun.</param>
    Task CompleteAsync(int partition, LogRange range, IReadOnlyCollection<UInt128> messages, int kept, bool isSeenWritten, CancellationToken cancellationToken);
}
