using System.Text.Json;

namespace Tessera.Segments.Explaining;

/// <summary>A call that decided a condition.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Name">The event, or what kind of call it is: <c>identify</c>, <c>group</c>.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Properties">Its properties, or the traits it set; null for none.</param>
public sealed record DecidingEvent(string MessageId, string Name, DateTimeOffset Time, JsonElement? Properties);
