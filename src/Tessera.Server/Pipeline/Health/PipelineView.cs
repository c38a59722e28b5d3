using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Pipeline.Health;

/// <summary>How the pipeline is doing now. What is not known is null.</summary>
/// <param name="At">When this was read.</param>
/// <param name="Stages">The stages a call goes through, in order.</param>
/// <param name="Partitions">The partitions of the log.</param>
/// <param name="Live">The evaluation of segments call by call.</param>
/// <param name="Batches">The batches that were stored lately.</param>
/// <param name="Refusing">Whether senders were told in the last ten seconds to come again.</param>
/// <param name="RefusedBecause">Why, in one sentence.</param>
internal sealed record PipelineView(
    DateTimeOffset At,
    IReadOnlyList<PipelineStage> Stages,
    IReadOnlyList<PipelinePartition> Partitions,
    LiveFigures Live,
    PipelineBatches Batches,
    bool Refusing,
    string? RefusedBecause);

/// <summary>A stage of the pipeline.</summary>
/// <param name="Key">received, accepted, refused, duplicate, resolved, live or stored.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Total">Calls since the server started.</param>
/// <param name="PerSecond">Calls a second, the mean of the last ten seconds.</param>
/// <param name="Backlog">Calls that wait before it; null where none can.</param>
/// <param name="LagSeconds">For how long the oldest of them has waited at most; null where none can.</param>
internal sealed record PipelineStage(string Key, string Name, long Total, double PerSecond, long? Backlog, double? LagSeconds);

/// <summary>A partition of the log.</summary>
/// <param name="Partition">Its number, from 0.</param>
/// <param name="Position">Up to here everything is stored.</param>
/// <param name="Head">The last call that is durable.</param>
/// <param name="Behind">Calls in between.</param>
internal sealed record PipelinePartition(int Partition, long Position, long Head, long Behind);

/// <summary>How large batches were lately.</summary>
/// <param name="RowsP50">Half of them had no more calls; null when there was none.</param>
/// <param name="RowsP99">99 of 100 had no more calls; null when there was none.</param>
internal sealed record PipelineBatches(double? RowsP50, double? RowsP99);
