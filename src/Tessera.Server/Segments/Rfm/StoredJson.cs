using System.Text.Json;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rfm;

/// <summary>JSON as it is kept in the metadata.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"The metadata hold no {typeof(T).Name}.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ServerComposition.ConfigureJson(options);
        return options;
    }
}
