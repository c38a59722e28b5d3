using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tessera.Segments.Live.Values;

/// <summary>A value as it came: JSON, or a text that stands for a JSON string. Missing and null are the same.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RawValue(JsonElement element, string? text = null)
{
    internal static RawValue Of(string? text) => new(default, text);

    internal bool IsMissing => text is null && element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    internal JsonElement Element => element;

    /// <summary>What a path reads of an event. The name of a page or screen is a property, unless there is another of this name.</summary>
    internal static RawValue Property(in LiveCall call, IReadOnlyList<string> path) =>
        path is ["name"] && call.Type is CallType.Page or CallType.Screen && !(call.Values.ValueKind == JsonValueKind.Object && call.Values.TryGetProperty("name", out _))
            ? Of(call.Name is { Length: > 0 } name ? name : null)
            : At(call.Values, path);

    /// <summary>What a path leads to; lists are entered by index.</summary>
    internal static RawValue At(JsonElement element, IReadOnlyList<string> path)
    {
        for (var index = 0; index < path.Count; index++)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object when element.TryGetProperty(path[index], out var inner):
                    element = inner;
                    break;
                case JsonValueKind.Array when int.TryParse(path[index], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < element.GetArrayLength():
                    element = element[place];
                    break;
                default:
                    return default;
            }
        }

        return new RawValue(element);
    }

    /// <summary>Text as it is, numbers in their shortest form, truth values as words. Lists and objects have no text.</summary>
    internal string? Text() => text ?? TextOf(element);

    internal static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => NumberReading.Shortest(element.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>Whether the text form is the given one, without making a text of a string.</summary>
    internal bool IsText(string other) => text is null && element.ValueKind == JsonValueKind.String ? element.ValueEquals(other) : Text() == other;

    /// <summary>A JSON number, or text that is one in JSON's own grammar; finite.</summary>
    internal double? Number() => text is not null ? NumberReading.Parse(text) : element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble() is var number && double.IsFinite(number) ? number : null,
        JsonValueKind.String => NumberReading.Parse(element.GetString()!),
        _ => null,
    };

    /// <summary>What sums are made of, times 10^12; null when the value does not count.</summary>
    internal Int128? Addend() => Number() is { } number && Math.Abs(number) < 1e15 ? NumberReading.Scaled(number) : null;

    /// <summary>The instant that the value tells, in microseconds, or null.</summary>
    internal long? Date(TimeZoneInfo zone) => text is not null ? DateReading.Parse(text, zone) : element.ValueKind switch
    {
        JsonValueKind.Number => DateReading.OfSeconds(element.GetDouble()),
        JsonValueKind.String => DateReading.Parse(element.GetString()!, zone),
        _ => null,
    };
}
