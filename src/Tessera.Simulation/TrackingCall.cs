namespace Tessera.Simulation;

/// <summary>One call of the tracking API, as an SDK in the simulated product would have sent it.</summary>
/// <param name="Type">The kind of call.</param>
/// <param name="Timestamp">When it happened, UTC, in whole milliseconds.</param>
/// <param name="UserId">The customer's id, or null for a call made before the visitor signed up or in.</param>
/// <param name="Name">The name of the event, page or screen; null for identify and group calls.</param>
/// <param name="Json">The complete call as one line of UTF-8 JSON, without the line end.</param>
public sealed record TrackingCall(TrackingCallType Type, DateTimeOffset Timestamp, string? UserId, string? Name, ReadOnlyMemory<byte> Json);
