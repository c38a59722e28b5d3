using System.Text.Json;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>A tracking plan as people write it.</summary>
/// <param name="Events">The events that are planned.</param>
/// <param name="Traits">A JSON Schema of the traits that identify calls bring; anything goes when it is left out.</param>
/// <param name="Unplanned">What is made of events that are not listed. Default: they are reported.</param>
internal sealed record TrackingPlanDocument(IReadOnlyList<PlannedEvent> Events, JsonElement? Traits = null, UnplannedEvents Unplanned = UnplannedEvents.Report);

/// <summary>An event that is planned.</summary>
/// <param name="Name">Its name; pages and screens are <c>Page Viewed</c> and <c>Screen Viewed</c>.</param>
/// <param name="Description">What it means, for people.</param>
/// <param name="Schema">A JSON Schema of its properties; anything goes when it is left out.</param>
internal sealed record PlannedEvent(string Name, string? Description = null, JsonElement? Schema = null);

/// <summary>What is made of events that a plan does not list.</summary>
internal enum UnplannedEvents
{
    /// <summary>They are violations. No event is ever blocked.</summary>
    Report,

    /// <summary>They are let be.</summary>
    Allow,
}

/// <summary>The tracking plan of a workspace.</summary>
/// <param name="Version">Counts its changes, from 1.</param>
/// <param name="ChangedAt">When it was changed last; calls received since then are compared with it.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Plan">The plan, as it was given.</param>
internal sealed record TrackingPlanView(long Version, DateTimeOffset ChangedAt, string ChangedBy, TrackingPlanDocument Plan);

/// <summary>Something that is wrong with a plan.</summary>
/// <param name="Path">Where, such as <c>events[0].schema.type</c>.</param>
/// <param name="Message">What, and what to do.</param>
internal sealed record PlanError(string Path, string Message);
