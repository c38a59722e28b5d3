using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>JSON that every reader takes for the same: no name twice in an object, and no number that only some readers can hold.</summary>
/// <remarks>
/// JSON leaves open what a name means that an object has twice, and how large a number may be. The event store takes the first of
/// such a name and drops a whole document for one large number; live evaluation would take the last, and infinity. So calls
/// are made plain before anybody reads them: the last of a name holds, and an integer beyond 64 bits is written as the nearest double.
/// </remarks>
internal static class PlainJson
{
    private const int ShortInteger = 18;
    private const int ShortNumber = 290;

    /// <summary>Passes over a value as <see cref="Utf8JsonReader.Skip"/> does, and says what it found; the reader stands on the value's first token.</summary>
    public static JsonFinding Pass(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return OfScalar(ref json);
        }

        Span<ulong> firstNames = stackalloc ulong[64];
        Span<int> firstStarts = stackalloc int[64];
        var objects = new OpenObjects(firstNames, firstStarts);
        var finding = JsonFinding.None;
        var depth = json.CurrentDepth;
        do
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Open();
                    break;
                case JsonTokenType.EndObject:
                    objects.Close();
                    break;
                case JsonTokenType.PropertyName:
                    finding |= OfText(ref json);
                    finding |= objects.Knows(HashOf(ref json)) ? JsonFinding.Ambiguous : JsonFinding.None;
                    break;
                default:
                    finding |= OfScalar(ref json);
                    break;
            }
        }
        while (json.Read() && json.CurrentDepth > depth);
        return finding;
    }

    /// <summary>The same value in plain JSON. It is not longer than before.</summary>
    /// <param name="value">A JSON value without <see cref="JsonFinding.NumberTooLarge"/> and <see cref="JsonFinding.HalfCharacter"/>.</param>
    /// <param name="depth">How deep it may be.</param>
    public static byte[] Rewrite(ReadOnlySpan<byte> value, int depth)
    {
        using var document = JsonDocument.Parse(value.ToArray(), new JsonDocumentOptions { MaxDepth = depth });
        var text = new ArrayBufferWriter<byte>(value.Length);
        Write(document.RootElement, text);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Where the number stands that is too large, in the form "price" or "items.0.price"; empty when there is none.</summary>
    public static string PathOfNumberTooLarge(ReadOnlySpan<byte> value, int depth)
    {
        using var document = JsonDocument.Parse(value.ToArray(), new JsonDocumentOptions { MaxDepth = depth });
        return PathIn(document.RootElement) ?? string.Empty;
    }

    /// <summary>A number as everybody can read it.</summary>
    public static string PlainNumber(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) || number is >= long.MinValue and <= ulong.MaxValue ? text : Double((double)number);
    }

    private static string? PathIn(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when !double.IsFinite(value.GetDouble()):
                return string.Empty;
            case JsonValueKind.Array:
                return value.EnumerateArray().Select((item, index) => Below(index.ToString(CultureInfo.InvariantCulture), item)).FirstOrDefault(path => path is not null);
            case JsonValueKind.Object:
                return value.EnumerateObject().Select(property => Below(property.Name, property.Value)).FirstOrDefault(path => path is not null);
            default:
                return null;
        }

        static string? Below(string name, JsonElement value) => PathIn(value) is { } path ? path.Length == 0 ? name : $"{name}.{path}" : null;
    }

    private static JsonFinding OfScalar(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Number => OfNumber(ref json),
        JsonTokenType.String => OfText(ref json),
        _ => JsonFinding.None,
    };

    private static JsonFinding OfNumber(ref Utf8JsonReader json)
    {
        var digits = json.ValueSpan;
        if (digits.Length <= ShortInteger && digits.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return JsonFinding.None;
        }

        if ((digits.Length > ShortNumber || digits.IndexOfAny((byte)'e', (byte)'E') >= 0) && !double.IsFinite(json.GetDouble()))
        {
            return JsonFinding.NumberTooLarge;
        }

        return digits.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 && !json.TryGetInt64(out _) && !json.TryGetUInt64(out _) ? JsonFinding.Ambiguous : JsonFinding.None;
    }

    private static JsonFinding OfText(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped || (json.ValueSpan.IndexOf("\\ud"u8) < 0 && json.ValueSpan.IndexOf("\\uD"u8) < 0))
        {
            return JsonFinding.None;
        }

        try
        {
            _ = json.GetString();
            return JsonFinding.None;
        }
        catch (InvalidOperationException)
        {
            return JsonFinding.HalfCharacter;
        }
    }

    // Two names of one hash only mean that the object is looked at again, so a quick hash will do.
    private static ulong HashOf(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        if (!json.ValueIsEscaped)
        {
            return HashOf(name);
        }

        var rented = ArrayPool<byte>.Shared.Rent(name.Length);
        try
        {
            return HashOf(rented.AsSpan(0, json.CopyString(rented)));
        }
        catch (InvalidOperationException)
        {
            return HashOf(name);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        unchecked
        {
            var hash = (ulong)name.Length * 0x9e3779b97f4a7c15;
            for (; name.Length >= sizeof(ulong); name = name[sizeof(ulong)..])
            {
                hash = (ulong.RotateLeft(hash, 29) ^ MemoryMarshal.Read<ulong>(name)) * 0xff51afd7ed558ccd;
            }

            foreach (var one in name)
            {
                hash = (ulong.RotateLeft(hash, 7) ^ one) * 0x100000001b3;
            }

            return hash ^ (hash >> 33);
        }
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, text);
                break;
            case JsonValueKind.Array:
                text.Write("["u8);
                var isFirst = true;
                foreach (var item in value.EnumerateArray())
                {
                    text.Write(isFirst ? [] : ","u8);
                    Write(item, text);
                    isFirst = false;
                }

                text.Write("]"u8);
                break;
            case JsonValueKind.Number when !IsSmall(value):
                text.Write(System.Text.Encoding.ASCII.GetBytes(Double(value.GetDouble())));
                break;
            default:
                text.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    private static void WriteObject(JsonElement value, ArrayBufferWriter<byte> text)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            last[property.Name] = count++;
        }

        text.Write("{"u8);
        var (index, isFirst) = (0, true);
        foreach (var property in value.EnumerateObject())
        {
            if (last[property.Name] == index++)
            {
                text.Write(isFirst ? "\""u8 : ",\""u8);
                text.Write(JsonMarshal.GetRawUtf8PropertyName(property));
                text.Write("\":"u8);
                Write(property.Value, text);
                isFirst = false;
            }
        }

        text.Write("}"u8);
    }

    private static bool IsSmall(JsonElement number) =>
        JsonMarshal.GetRawUtf8Value(number).IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0 || number.TryGetInt64(out _) || number.TryGetUInt64(out _);

    // Without a point it is never longer than the integer that it stands for: "9.25E+20" is written "925e18".
    private static string Double(double number)
    {
        var parts = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(parts.AsSpan(parts.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : string.Empty;
        var digits = shortest.Split('E')[0].TrimStart('-').Replace(".", string.Empty, StringComparison.Ordinal).TrimEnd('0');
        return $"{sign}{digits}e{(exponent - digits.Length + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The names so far of the objects that are open, by their hashes.</summary>
    [StructLayout(LayoutKind.Auto)]
    private ref struct OpenObjects(Span<ulong> names, Span<int> starts)
    {
        private Span<ulong> names = names;
        private Span<int> starts = starts;
        private int count;
        private int open;

        public void Open()
        {
            if (open == starts.Length)
            {
                Grow(ref starts);
            }

            starts[open++] = count;
        }

        public void Close() => count = starts[--open];

        public bool Knows(ulong name)
        {
            if (names[starts[open - 1]..count].Contains(name))
            {
                return true;
            }

            if (count == names.Length)
            {
                Grow(ref names);
            }

            names[count++] = name;
            return false;
        }

        private static void Grow<T>(ref Span<T> items)
        {
            var larger = new T[items.Length * 2];
            items.CopyTo(larger);
            items = larger;
        }
    }
}
