using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Tessera.Server.Hosting.Paging;

/// <summary>Cursors as callers carry them: where a page ended, as text that is not meant to be read or made by them.</summary>
internal static class OpaqueCursor
{
    private static readonly JsonSerializerOptions Json = CreateJson();

    /// <summary>Writes a cursor.</summary>
    public static string Write<T>(T cursor)
        where T : class => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor, Json));

    /// <summary>Reads what <see cref="Write"/> wrote; false for anything else.</summary>
    public static bool TryRead<T>(string text, [NotNullWhen(true)] out T? cursor)
        where T : class
    {
        try
        {
            cursor = JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(text), Json);
            return cursor is not null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            cursor = null;
            return false;
        }
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ServerComposition.ConfigureJson(options);
        return options;
    }
}
