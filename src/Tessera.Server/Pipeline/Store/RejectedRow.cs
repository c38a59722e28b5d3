namespace Tessera.Server.Pipeline.Store;

/// <summary>One row of the table <c>rejected_events</c>.</summary>
internal sealed record RejectedRow(
    string Workspace, DateTimeOffset ReceivedAt, string Source, ushort LogPartition, ulong LogPosition, string Reason, string Field, byte[] Body);
