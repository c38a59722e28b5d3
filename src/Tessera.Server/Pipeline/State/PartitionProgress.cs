namespace Tessera.Server.Pipeline.State;

/// <summary>Where a partition stands.</summary>
/// <param name="Position">Up to here everything is done.</param>
/// <param name="SeenThrough">Up to here the engine also has when the profiles were last seen; at most the position.</param>
/// <param name="Begun">A range that was begun and not completed: whether it is stored is not known.</param>
internal sealed record PartitionProgress(long Position, long SeenThrough, LogRange? Begun);
