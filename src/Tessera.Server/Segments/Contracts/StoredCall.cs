using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Segments.Contracts;

/// <summary>A call that is stored.</summary>
/// <param name="NodeId">The identifier that it is stored under.</param>
/// <param name="Call">The call.</param>
/// <param name="Context">Its context as it is stored, a JSON object.</param>
internal sealed record StoredCall(Guid NodeId, TrackingRecord Call, ReadOnlyMemory<byte> Context);
