namespace Tessera.Server.Profiles;

/// <summary>A tracking call as the engine answers it.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Type">track, page, screen, identify, group or alias.</param>
/// <param name="Name">The event's or page's name; empty for the other types.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Properties">JSON object.</param>
/// <param name="Context">JSON object.</param>
internal sealed record EventRow(string MessageId, string Type, string Name, DateTimeOffset Time, string Properties, string Context);
