namespace Tessera.Server.Ingestion.Tracking;

/// <summary>A call that was kept aside.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Reason">Why, such as "a track call needs an event".</param>
/// <param name="Field">The field to blame; empty when it is the whole call.</param>
internal sealed record RefusedCall(int Index, string Reason, string Field);
