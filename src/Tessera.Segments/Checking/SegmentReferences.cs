namespace Tessera.Segments.Checking;

/// <summary>Which segments refer to which, and in what order they can be evaluated.</summary>
public static class SegmentReferences
{
    /// <summary>The keys of the segments that a definition refers to directly, each once, in the order of the text.</summary>
    /// <param name="segment">The segment.</param>
    public static IReadOnlyList<string> Of(Segment segment) =>
        [.. Conditions.In(segment.Definition).Select(Key).OfType<SegmentKey>().Select(key => key.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The names of the events that a definition asks about, each once, in the order of the text; those of a company's customers included.</summary>
    /// <param name="segment">The segment.</param>
    public static IReadOnlyList<string> EventsOf(Segment segment) =>
        [.. Conditions.In(segment.Definition).SelectMany(Conditions.Events).Select(asked => asked.Event.Name?.Value).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The path of a circle that a segment would close by referring to others: its keys in order, the first and last the same. Null
    /// when there is none.
    /// </summary>
    /// <param name="key">The key of the segment.</param>
    /// <param name="segment">Its definition.</param>
    /// <param name="segments">The other segments.</param>
    /// <remarks>Takes time linear in the segments reached and their references.</remarks>
    public static IReadOnlyList<string>? FindCycle(string key, Segment segment, ISegmentResolver segments) =>
        Visit([key], name => name == key ? segment : segments.Find(name)).Cycle;

    /// <summary>Keys in an order in which every segment comes after those it refers to; those referred to are added.</summary>
    /// <param name="keys">The keys of the segments wanted.</param>
    /// <param name="segments">The segments.</param>
    /// <exception cref="ArgumentException">Segments refer to one another in a circle; the message names its path.</exception>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> keys, ISegmentResolver segments)
    {
        var (order, cycle) = Visit(keys, segments.Find);
        return cycle is null ? order : throw new ArgumentException($"These segments refer to one another in a circle: {string.Join(" → ", cycle)}.", nameof(keys));
    }

    internal static SegmentKey? Key(Expression condition) => condition switch
    {
        InSegment member => member.Key,
        EnteredSegment entered => entered.Key,
        LeftSegment left => left.Key,
        HasBeenInSegment member => member.Key,
        _ => null,
    };

    // Depth first with its own stack: chains of references may be longer than a thread's stack is deep.
    private static (List<string> Order, List<string>? Cycle) Visit(IEnumerable<string> keys, Func<string, Segment?> find)
    {
        List<string> order = [];
        HashSet<string> done = new(StringComparer.Ordinal);
        List<(string Key, IEnumerator<string> Next)> path = [];
        HashSet<string> onPath = new(StringComparer.Ordinal);
        foreach (var start in keys)
        {
            Enter(start);
            while (path.Count > 0)
            {
                var (key, next) = path[^1];
                if (!next.MoveNext())
                {
                    path.RemoveAt(path.Count - 1);
                    onPath.Remove(key);
                    done.Add(key);
                    order.Add(key);
                }
                else if (onPath.Contains(next.Current))
                {
                    var circle = path.Select(entry => entry.Key).SkipWhile(entry => entry != next.Current).Append(next.Current);
                    return (order, [.. circle]);
                }
                else
                {
                    Enter(next.Current);
                }
            }
        }

        return (order, null);

        void Enter(string key)
        {
            if (!done.Contains(key) && onPath.Add(key))
            {
                path.Add((key, (find(key) is { } segment ? Of(segment) : []).GetEnumerator()));
            }
        }
    }
}
