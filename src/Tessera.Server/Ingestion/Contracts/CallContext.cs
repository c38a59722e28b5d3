using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>The context of a call as it is stored: its own, over the one that its batch shares.</summary>
internal static class CallContext
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    /// <summary>A JSON object.</summary>
    public static byte[] Of(TrackingRecord record)
    {
        if (record.SharedContext.IsEmpty)
        {
            return record.Context.IsEmpty ? Empty : record.Context.ToArray();
        }

        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            var written = new HashSet<string>(StringComparer.Ordinal);
            Write(json, record.Context, written);
            Write(json, record.SharedContext, written);
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> context, HashSet<string> written)
    {
        if (context.IsEmpty)
        {
            return;
        }

        var reader = new Utf8JsonReader(context.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (name is not null && written.Add(name))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(context.Span[start..(int)reader.BytesConsumed], skipInputValidation: true);
            }
        }
    }

    // A name with half a character in it cannot be written again and is left out.
    private static string? NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
