using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tessera.Segments.Json;

/// <summary>
/// The stable JSON form of a segment: <c>{ "version": 1, "definition": { "type": "all", … } }</c>. Every construct is an object
/// with a <c>type</c>; names and meanings of a version never change.
/// </summary>
/// <remarks>
/// Reading is strict: an unknown version, type or member is refused, so that nothing is silently dropped. What is read always has a
/// canonical text that reads back as the same segment.
/// </remarks>
public static class SegmentJson
{
    /// <summary>The version written.</summary>
    public const int Version = 1;

    // One level of the language takes two of JSON (the object, its list), and a condition some more of its own.
    private const int MaxDepth = (2 * Segment.MaxDepth) + 20;

    /// <summary>Writes a segment as JSON.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="indented">Whether to break lines for people.</param>
    public static string Write(Segment segment, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions(indented)))
        {
            Write(segment, writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes a segment as a JSON object.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="writer">The writer, where a value can stand.</param>
    public static void Write(Segment segment, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WritePropertyName("definition");
        new TreeWriter(writer).Write(segment.Definition);
        writer.WriteEndObject();
    }

    /// <summary>Reads a segment from JSON. Never throws on any text.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The segment, or why there is none.</returns>
    public static SegmentJsonResult Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return new SegmentJsonResult(null, string.Empty, $"This is no JSON: {exception.Message}");
        }
        catch (ArgumentException)
        {
            return new SegmentJsonResult(null, string.Empty, "This is no JSON: it holds half a character.");
        }
    }

    /// <summary>Reads a segment from a JSON value. Never throws on any value.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The segment, or why there is none.</returns>
    public static SegmentJsonResult Read(JsonElement json)
    {
        try
        {
            var root = new TreeReader(json, string.Empty);
            var version = root.Integer("version");
            if (version != Version)
            {
                throw root.Problem("version", $"Version {version} of the tree is not known here; this program reads version {Version}.");
            }

            var segment = new Segment(root.Child("definition").Expression());
            root.Finish();
            return Confirm(segment);
        }
        catch (TreeProblemException problem)
        {
            return new SegmentJsonResult(null, problem.Pointer, problem.Message);
        }
    }

    // The form is data, not part of a page: quotes and comparison signs stay readable.
    private static JsonWriterOptions WriterOptions(bool indented) =>
        new() { Indented = indented, MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What cannot be written and read as text (a number of 300 digits, nesting beyond the limit) is no segment.
    private static SegmentJsonResult Confirm(Segment segment)
    {
        var parsed = Segment.Parse(segment.ToString());
        return parsed.Segment == segment
            ? new SegmentJsonResult(segment, string.Empty, string.Empty)
            : new SegmentJsonResult(null, "/definition", parsed.Diagnostics.Count > 0 ? parsed.Diagnostics[0].Message : "This tree has no text that means the same.");
    }
}
