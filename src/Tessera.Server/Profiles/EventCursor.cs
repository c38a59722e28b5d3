namespace Tessera.Server.Profiles;

/// <summary>Where a page of events ended.</summary>
/// <param name="Time">The time of the last event.</param>
/// <param name="MessageId">Its id.</param>
internal sealed record EventCursor(DateTimeOffset Time, string MessageId);
