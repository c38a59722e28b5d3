using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>A JSON Schema (draft 2020-12), as far as a tracking plan needs it: types, allowed values, ranges, lengths, patterns, formats, objects and lists.</summary>
internal sealed record PropertySchema
{
    private const int LongestSeen = 100;

    /// <summary>Anything goes.</summary>
    public static PropertySchema Anything { get; } = new();

    /// <summary>The JSON types allowed; empty: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The values allowed; null: all.</summary>
    public IReadOnlyList<JsonElement>? Values { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyDictionary<string, PropertySchema> Properties { get; init; } = new Dictionary<string, PropertySchema>(StringComparer.Ordinal);

    /// <summary>What properties that are not named must be; null: nothing is said.</summary>
    public PropertySchema? Additional { get; init; }

    /// <summary>Whether there may be properties that are not named.</summary>
    public bool AllowsAdditional { get; init; } = true;

    public PropertySchema? Items { get; init; }

    public int? LeastItems { get; init; }

    public int? MostItems { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public double? ExclusiveMinimum { get; init; }

    public double? ExclusiveMaximum { get; init; }

    public int? LeastLength { get; init; }

    public int? MostLength { get; init; }

    public Regex? Pattern { get; init; }

    public string? Format { get; init; }

    /// <summary>Every way in which a value does not keep to the schema.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands, dotted; empty for the whole.</param>
    public IEnumerable<PlanFinding> Check(JsonElement value, string path = "")
    {
        if (Types.Count > 0 && !Types.Any(type => IsOf(type, value)))
        {
            return [new PlanFinding(PlanViolationKind.Type, path, string.Join(" or ", Types), TypeOf(value))];
        }

        if (Values is not null && !Values.Any(allowed => JsonElement.DeepEquals(allowed, value)))
        {
            return [new PlanFinding(PlanViolationKind.Value, path, "one of " + string.Join(", ", Values.Select(allowed => Short(allowed.GetRawText()))), Show(value))];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => CheckObject(value, path),
            JsonValueKind.Array => CheckList(value, path),
            JsonValueKind.String => CheckText(value, path),
            JsonValueKind.Number => CheckNumber(value, path),
            _ => [],
        };
    }

    private IEnumerable<PlanFinding> CheckObject(JsonElement value, string path)
    {
        foreach (var name in Required.Where(name => !value.TryGetProperty(name, out _)))
        {
            yield return new PlanFinding(PlanViolationKind.Missing, Inner(path, name), "required", "missing");
        }

        foreach (var property in value.EnumerateObject())
        {
            var schema = Properties.GetValueOrDefault(property.Name) ?? Additional;
            if (schema is not null)
            {
                foreach (var finding in schema.Check(property.Value, Inner(path, property.Name)))
                {
                    yield return finding;
                }
            }
            else if (!AllowsAdditional)
            {
                yield return new PlanFinding(PlanViolationKind.Unexpected, Inner(path, property.Name), "not in the plan", Show(property.Value));
            }
        }
    }

    private IEnumerable<PlanFinding> CheckList(JsonElement value, string path)
    {
        var count = value.GetArrayLength();
        if (count < LeastItems || count > MostItems)
        {
            yield return new PlanFinding(PlanViolationKind.Value, path, Between("items", LeastItems, MostItems), string.Create(CultureInfo.InvariantCulture, $"{count} items"));
        }

        if (Items is not null)
        {
            // Places in a list are not told apart: its first odd element stands for it.
            var first = value.EnumerateArray().Select(item => Items.Check(item, path + "[]").ToList()).FirstOrDefault(found => found.Count > 0);
            foreach (var finding in first ?? [])
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<PlanFinding> CheckText(JsonElement value, string path)
    {
        var text = value.GetString()!;
        if (text.Length < LeastLength || text.Length > MostLength)
        {
            yield return new PlanFinding(PlanViolationKind.Value, path, Between("characters", LeastLength, MostLength), Show(value));
        }
        else if (Pattern is not null && !Pattern.IsMatch(text))
        {
            yield return new PlanFinding(PlanViolationKind.Value, path, $"like {Short(Pattern.ToString())}", Show(value));
        }
        else if (Format is not null && !TextFormats.IsOf(Format, text))
        {
            yield return new PlanFinding(PlanViolationKind.Value, path, Format, Show(value));
        }
    }

    private IEnumerable<PlanFinding> CheckNumber(JsonElement value, string path)
    {
        var number = value.GetDouble();
        if (number < Minimum || number > Maximum || number <= ExclusiveMinimum || number >= ExclusiveMaximum)
        {
            yield return new PlanFinding(PlanViolationKind.Value, path, Range(), Show(value));
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && Math.Floor(number).Equals(number),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private string Range()
    {
        string?[] limits =
        [
            Limit("at least", Minimum), Limit("at most", Maximum), Limit("more than", ExclusiveMinimum), Limit("less than", ExclusiveMaximum),
        ];
        return string.Join(", ", limits.OfType<string>());
    }

    private static string? Limit(string words, double? limit) => limit is { } number ? string.Create(CultureInfo.InvariantCulture, $"{words} {number}") : null;

    private static string Between(string unit, int? least, int? most) => (least, most) switch
    {
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{from} to {to} {unit}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"at least {from} {unit}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"at most {most} {unit}"),
    };

    private static string Inner(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Show(JsonElement value) => Short(value.GetRawText());

    private static string Short(string text) => text.Length <= LongestSeen ? text : text[..LongestSeen] + "…";
}
