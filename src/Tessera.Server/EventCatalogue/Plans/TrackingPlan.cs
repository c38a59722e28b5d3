using System.Text.Json;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>A workspace's tracking plan, ready to be compared with calls.</summary>
/// <param name="Events">What the properties of each planned event must be, by the event's name.</param>
/// <param name="Traits">What the traits of identify calls must be; null: anything.</param>
/// <param name="ReportsUnplanned">Whether events that the plan does not list are violations.</param>
/// <param name="ChangedAt">Since when it is in force: calls that were received before are not compared.</param>
internal sealed record TrackingPlan(
    IReadOnlyDictionary<string, PropertySchema> Events, PropertySchema? Traits, bool ReportsUnplanned, DateTimeOffset ChangedAt)
{
    /// <summary>Reads a plan.</summary>
    /// <param name="document">As it was sent.</param>
    /// <param name="changedAt">Since when it is in force.</param>
    /// <param name="errors">Everything that is wrong with it is added.</param>
    public static TrackingPlan Read(TrackingPlanDocument document, DateTimeOffset changedAt, ICollection<PlanError> errors)
    {
        var reader = new PropertySchemaReader(errors);
        Dictionary<string, PropertySchema> events = new(StringComparer.Ordinal);
        foreach (var (index, planned) in document.Events.Index())
        {
            var path = $"events[{index}]";
            if (planned.Name.Length == 0 || !events.TryAdd(planned.Name, planned.Schema is { } schema ? reader.Read(schema, path + ".schema") : PropertySchema.Anything))
            {
                errors.Add(new PlanError(path + ".name", planned.Name.Length == 0 ? "An event has a name." : $"\"{planned.Name}\" is in the plan twice."));
            }
        }

        var traits = document.Traits is { } described ? reader.Read(described, "traits") : null;
        return new TrackingPlan(events, traits, document.Unplanned == UnplannedEvents.Report, changedAt);
    }

    /// <summary>Every way in which an event does not keep to the plan.</summary>
    /// <param name="name">The event.</param>
    /// <param name="properties">Its properties.</param>
    public IEnumerable<PlanFinding> CheckEvent(string name, JsonElement properties) =>
        Events.TryGetValue(name, out var schema) ? schema.Check(properties)
        : ReportsUnplanned ? [new PlanFinding(PlanViolationKind.UnplannedEvent, string.Empty, "an event of the plan", name)]
        : [];
}
