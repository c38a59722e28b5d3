using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// Remembers what contexts seen lately came to: a device sends the same one with every call, and comparing it is much quicker than reading it. Bounded; threads may
/// replace what others remembered, no more.
/// </summary>
internal sealed class ContextMemory
{
    private const int Places = 1024;
    private const int Longest = 4096;

    private readonly Seen?[] seen = new Seen?[Places];

    /// <summary>The words and dates that a context comes to, or null when it is not remembered.</summary>
    internal (ulong[] Words, long[] Dates)? Find(JsonElement context)
    {
        var text = JsonMarshal.GetRawUtf8Value(context);
        return seen[Place(text)] is { } found && text.SequenceEqual(found.Text) ? (found.Words, found.Dates) : null;
    }

    internal void Remember(JsonElement context, ulong[] words, long[] dates)
    {
        var text = JsonMarshal.GetRawUtf8Value(context);
        if (text.Length <= Longest)
        {
            seen[Place(text)] = new Seen(text.ToArray(), words, dates);
        }
    }

    private static int Place(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return unchecked((int)((uint)hash.ToHashCode() % Places));
    }

    private sealed record Seen(byte[] Text, ulong[] Words, long[] Dates);
}
