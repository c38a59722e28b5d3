namespace Tessera.Server.Ingestion.Tracking;

/// <summary>What a sender is answered once everything it sent is durable.</summary>
/// <param name="Success">Always true.</param>
/// <param name="Rejected">Calls that are invalid and were kept aside; null when all are valid.</param>
internal sealed record TrackingAnswer(bool Success, IReadOnlyList<RefusedCall>? Rejected);
