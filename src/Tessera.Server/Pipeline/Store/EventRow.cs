namespace Tessera.Server.Pipeline.Store;

/// <summary>One row of the table <c>events</c>.</summary>
/// <remarks>Properties and context stay the bytes that were sent.</remarks>
internal sealed record EventRow(
    string Workspace,
    Guid ProfileId,
    DateTimeOffset Time,
    string MessageId,
    string Type,
    string Name,
    string UserId,
    string AnonymousId,
    string GroupId,
    string PreviousId,
    byte[] Properties,
    byte[] Context,
    DateTimeOffset ReceivedAt,
    Guid ImportId,
    string Source);
