namespace Tessera.Engine;

/// <summary>How far the library is while it is fetched.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Bytes">Bytes done in this stage.</param>
/// <param name="TotalBytes">Bytes of this stage in all; null when unknown.</param>
public sealed record EngineLibraryProgress(EngineLibraryStage Stage, long Bytes, long? TotalBytes);
