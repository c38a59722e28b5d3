namespace Tessera.Engine.Execution;

/// <summary>
/// How a result travels. The engine writes each chunk of a streamed result as a document of its own; formats that are
/// a plain sequence of rows can be joined, the others are written by the engine into a pipe as one document.
/// </summary>
internal static class StreamedFormats
{
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "TabSeparated", "TSV", "TabSeparatedRaw", "TSVRaw", "Raw", "CSV", "RowBinary",
        "JSONEachRow", "JSONLines", "NDJSON", "JSONL", "JSONCompactEachRow", "JSONStringsEachRow", "JSONCompactStringsEachRow", "LineAsString",
    };

    /// <summary>Whether chunks can be joined end to end.</summary>
    public static bool IsPlain(string format) => Plain.Contains(format);

    /// <summary>Whether chunks can be joined when the header of all but the first is left out.</summary>
    public static bool HasBinaryHeader(string format, out bool withTypes)
    {
        withTypes = format.Equals("RowBinaryWithNamesAndTypes", StringComparison.OrdinalIgnoreCase);
        return withTypes || format.Equals("RowBinaryWithNames", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The length of a RowBinary header: a count, that many names, and that many types if it has them.</summary>
    public static int BinaryHeaderLength(ReadOnlySpan<byte> chunk, bool withTypes)
    {
        var position = 0;
        var columns = ReadLength(chunk, ref position);
        for (var i = 0; i < (withTypes ? 2 * columns : columns); i++)
        {
            var length = ReadLength(chunk, ref position);
            position += length;
        }

        return position;
    }

    private static int ReadLength(ReadOnlySpan<byte> chunk, ref int position)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = chunk[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
