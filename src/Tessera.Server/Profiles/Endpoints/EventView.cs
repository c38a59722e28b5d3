using System.Text.Json;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Something a customer did.</summary>
/// <param name="Id">The id of the tracking call.</param>
/// <param name="Type">track, page, screen, identify, group or alias.</param>
/// <param name="Name">The event's or page's name; empty for the other types.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Properties">What was sent with it: properties, or traits for identify and group.</param>
/// <param name="Context">Where it happened: device, page, campaign …</param>
internal sealed record EventView(
    string Id,
    string Type,
    string Name,
    DateTimeOffset Time,
    IReadOnlyDictionary<string, JsonElement> Properties,
    IReadOnlyDictionary<string, JsonElement> Context);

/// <summary>A page of events.</summary>
/// <param name="Items">The events, newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record EventList(IReadOnlyList<EventView> Items, string? Next);
