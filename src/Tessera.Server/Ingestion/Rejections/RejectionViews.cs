namespace Tessera.Server.Ingestion.Rejections;

/// <summary>Something that a source sent and that was kept aside.</summary>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Source">The source that sent it.</param>
/// <param name="Reason">Why it is no valid tracking call.</param>
/// <param name="Field">The field to blame; empty when it is the whole call.</param>
/// <param name="Body">What was sent, at most its first 32 KB.</param>
internal sealed record RejectedEvent(DateTimeOffset ReceivedAt, string Source, string Reason, string Field, string Body);

/// <summary>A page of what was kept aside.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record RejectedEventList(IReadOnlyList<RejectedEvent> Items, string? Next);

/// <summary>How often something was kept aside for one reason.</summary>
/// <param name="Source">The source that sent it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Field">The field to blame; empty when it is the whole call.</param>
/// <param name="Count">How often in the last 30 days.</param>
/// <param name="LastReceivedAt">When it last happened.</param>
internal sealed record RejectionReason(string Source, string Reason, string Field, long Count, DateTimeOffset LastReceivedAt);

/// <summary>Why things were kept aside.</summary>
/// <param name="Items">Every reason, the most frequent first.</param>
/// <param name="Next">Always null: the list is short and never paged.</param>
internal sealed record RejectionReasonList(IReadOnlyList<RejectionReason> Items, string? Next = null);

/// <summary>Where a page ended.</summary>
internal sealed record RejectionCursor(DateTimeOffset ReceivedAt, ushort Partition, ulong Position);

/// <summary>A row as the engine answers it.</summary>
internal sealed record RejectedEventRow(
    DateTimeOffset ReceivedAt, ushort LogPartition, ulong LogPosition, string Source, string Reason, string Field, string Body);
