using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>Reads a JSON Schema, and says of every part that it cannot keep to.</summary>
internal sealed class PropertySchemaReader(ICollection<PlanError> errors)
{
    private const int Deepest = 10;
    private static readonly string[] TypeNames = ["string", "number", "integer", "boolean", "array", "object", "null"];

    // They say nothing about values.
    private static readonly string[] Annotations =
        ["$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"];

    /// <summary>Reads a schema.</summary>
    /// <param name="schema">Its JSON: an object, or true for anything.</param>
    /// <param name="path">Where it stands in what was sent, for errors.</param>
    /// <param name="depth">How deep it stands.</param>
    public PropertySchema Read(JsonElement schema, string path, int depth = 0)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return PropertySchema.Anything;
        }

        if (schema.ValueKind != JsonValueKind.Object || depth > Deepest)
        {
            errors.Add(new PlanError(path, depth > Deepest ? $"A schema may be {Deepest} levels deep." : "A schema is an object such as { \"type\": \"string\" }."));
            return PropertySchema.Anything;
        }

        var result = new PropertySchema();
        foreach (var keyword in schema.EnumerateObject())
        {
            result = Read(result, keyword.Name, keyword.Value, $"{path}.{keyword.Name}", depth);
        }

        return result;
    }

    private PropertySchema Read(PropertySchema schema, string keyword, JsonElement value, string path, int depth) => keyword switch
    {
        "type" => schema with { Types = Types(value, path) },
        "enum" => schema with { Values = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? [.. value.EnumerateArray().Select(item => item.Clone())] : Wrong<IReadOnlyList<JsonElement>>(path, "a list of values") },
        "const" => schema with { Values = [value.Clone()] },
        "required" => schema with { Required = Names(value, path) },
        "properties" => schema with { Properties = Properties(value, path, depth) },
        "additionalProperties" when value.ValueKind == JsonValueKind.False => schema with { AllowsAdditional = false },
        "additionalProperties" => schema with { Additional = value.ValueKind == JsonValueKind.True ? null : Read(value, path, depth + 1) },
        "items" => schema with { Items = Read(value, path, depth + 1) },
        "minItems" => schema with { LeastItems = Whole(value, path) },
        "maxItems" => schema with { MostItems = Whole(value, path) },
        "minLength" => schema with { LeastLength = Whole(value, path) },
        "maxLength" => schema with { MostLength = Whole(value, path) },
        "minimum" => schema with { Minimum = Number(value, path) },
        "maximum" => schema with { Maximum = Number(value, path) },
        "exclusiveMinimum" => schema with { ExclusiveMinimum = Number(value, path) },
        "exclusiveMaximum" => schema with { ExclusiveMaximum = Number(value, path) },
        "pattern" => schema with { Pattern = Pattern(value, path) },
        "format" => schema with { Format = Format(value, path) },
        _ when Annotations.Contains(keyword, StringComparer.Ordinal) => schema,
        _ => Unsupported(schema, keyword, path),
    };

    private IReadOnlyList<string> Types(JsonElement value, string path)
    {
        var names = value.ValueKind == JsonValueKind.String ? [value.GetString()!] : Names(value, path);
        foreach (var name in names.Where(name => !TypeNames.Contains(name, StringComparer.Ordinal)))
        {
            errors.Add(new PlanError(path, $"\"{name}\" is no type; there are {string.Join(", ", TypeNames)}."));
        }

        return names;
    }

    private IReadOnlyList<string> Names(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : Wrong<IReadOnlyList<string>>(path, "a list of texts") ?? [];

    private Dictionary<string, PropertySchema> Properties(JsonElement value, string path, int depth)
    {
        Dictionary<string, PropertySchema> properties = new(StringComparer.Ordinal);
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong<string>(path, "an object of schemas");
            return properties;
        }

        foreach (var property in value.EnumerateObject())
        {
            properties[property.Name] = Read(property.Value, $"{path}.{property.Name}", depth + 1);
        }

        return properties;
    }

    private Regex? Pattern(JsonElement value, string path)
    {
        try
        {
            // Without backtracking a pattern takes time linear in the text, whatever it is.
            return value.ValueKind == JsonValueKind.String
                ? new Regex(value.GetString()!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
                : Wrong<Regex>(path, "a regular expression");
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            errors.Add(new PlanError(path, "The regular expression is not valid, or needs backtracking, which is not supported."));
            return null;
        }
    }

    private string? Format(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String && TextFormats.Names.Contains(value.GetString(), StringComparer.Ordinal))
        {
            return value.GetString();
        }

        errors.Add(new PlanError(path, $"The formats that are checked are {string.Join(", ", TextFormats.Names)}."));
        return null;
    }

    private int? Whole(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0)
        {
            return number;
        }

        Wrong<string>(path, "a whole number");
        return null;
    }

    private double? Number(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDouble();
        }

        Wrong<string>(path, "a number");
        return null;
    }

    private PropertySchema Unsupported(PropertySchema schema, string keyword, string path)
    {
        errors.Add(new PlanError(path, $"\"{keyword}\" is not supported; a plan that is not kept to would be no plan."));
        return schema;
    }

    private T? Wrong<T>(string path, string wanted)
        where T : class
    {
        errors.Add(new PlanError(path, $"This must be {wanted}."));
        return null;
    }
}
