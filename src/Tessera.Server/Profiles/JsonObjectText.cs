using System.Text.Json;

namespace Tessera.Server.Profiles;

/// <summary>Reads JSON objects as they are kept in the engine.</summary>
internal static class JsonObjectText
{
    private static readonly IReadOnlyDictionary<string, JsonElement> Empty = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The members of an object; none for an empty text or anything that is not an object.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Read(string text)
    {
        if (text.Length == 0)
        {
            return Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal)
                    .ToDictionary(members => members.Key, members => members.Last().Value.Clone(), StringComparer.Ordinal)
                : Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }
}
