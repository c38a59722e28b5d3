using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Checking;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>Drafts a tracking plan from what was received: a beginning for people to change.</summary>
internal static class PlanDraft
{
    /// <summary>A property that so large a share of the calls has is taken for required.</summary>
    private const double RequiredFrom = 0.999;

    /// <summary>So few different texts are taken for all that are allowed.</summary>
    private const int MostAllowed = 12;

    /// <summary>A value that is allowed occurs so often on average.</summary>
    private const int LeastOccurrences = 20;

    /// <summary>The draft.</summary>
    public static TrackingPlanDocument Of(ICatalogue catalogue) => new(
        [.. catalogue.EventNames.Order(StringComparer.Ordinal).Select(catalogue.FindEvent).OfType<EventFacts>().Select(facts => new PlannedEvent(facts.Name, Schema: Schema(facts)))]);

    private static JsonElement Schema(EventFacts facts)
    {
        // Whatever stands in an object or a list is left to people.
        var own = facts.Properties.Where(property => !property.Path.Contains('.', StringComparison.Ordinal)).OrderBy(property => property.Path, StringComparer.Ordinal).ToList();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject([.. own.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Path, Schema(property)))]),
            ["required"] = new JsonArray([.. own.Where(property => property.Occurrences >= facts.Occurrences * RequiredFrom).Select(property => JsonValue.Create(property.Path))]),
        };
        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonObject Schema(ValueFacts property)
    {
        List<string> types = [];
        Add(ValueTypes.Text | ValueTypes.NumericText | ValueTypes.DateText, "string");
        Add(ValueTypes.Number, "number");
        Add(ValueTypes.Boolean, "boolean");
        Add(ValueTypes.List, "array");
        Add(ValueTypes.Object, "object");
        var schema = new JsonObject { ["type"] = types.Count == 1 ? types[0] : new JsonArray([.. types.Select(type => JsonValue.Create(type))]) };
        if (property is { Types: ValueTypes.Text, IsComplete: true } && property.TopValues.Count <= MostAllowed && property.Occurrences >= property.TopValues.Count * LeastOccurrences)
        {
            schema["enum"] = new JsonArray([.. property.TopValues.Select(value => value.Value).Order(StringComparer.Ordinal).Select(value => JsonValue.Create(value))]);
        }

        return schema;

        void Add(ValueTypes seen, string type)
        {
            if ((property.Types & seen) != ValueTypes.None)
            {
                types.Add(type);
            }
        }
    }
}
