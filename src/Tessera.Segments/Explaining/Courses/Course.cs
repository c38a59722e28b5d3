namespace Tessera.Segments.Explaining.Courses;

/// <summary>Whether something holds from an instant on when nothing happens: now, and the later instants at which that turns over.</summary>
/// <remarks>The instants are found as they are asked for, and only once.</remarks>
internal sealed class Course
{
    private readonly List<long> found = [];
    private IEnumerator<long>? rest;

    /// <summary>Creates a course.</summary>
    /// <param name="holds">Whether it holds now.</param>
    /// <param name="turns">The later instants at which it turns over, in order.</param>
    internal Course(bool holds, IEnumerable<long> turns) => (Holds, rest) = (holds, turns.GetEnumerator());

    private Course(bool holds) => Holds = holds;

    internal static Course Always { get; } = new(holds: true);

    internal static Course Never { get; } = new(holds: false);

    /// <summary>Whether it holds now.</summary>
    internal bool Holds { get; }

    /// <summary>The first later instant at which it is otherwise, or null.</summary>
    internal long? NextTurn => TryTurn(0, out var instant) ? instant : null;

    /// <summary>The same when the opposite is asked.</summary>
    internal Course Denied => ReferenceEquals(this, Always) ? Never : ReferenceEquals(this, Never) ? Always : new Course(!Holds, Turns());

    internal static Course Of(bool holds) => holds ? Always : Never;

    /// <summary>Holds while any of some stretches of time lasts, from the first instant to the one after the last.</summary>
    internal static Course During(IEnumerable<(long From, long To)> stretches, long now)
    {
        List<long> turns = [];
        var end = long.MinValue;
        foreach (var (from, to) in stretches.Where(stretch => stretch.To > now && stretch.From < stretch.To).OrderBy(stretch => stretch.From))
        {
            if (from > end)
            {
                turns.Add(end);
                turns.Add(from);
            }

            end = Math.Max(end, to);
        }

        turns.Add(end);
        var holds = turns.Count(turn => turn <= now) % 2 == 0;
        return new Course(holds, [.. turns.Where(turn => turn > now && turn != long.MaxValue)]);
    }

    /// <summary>Holds while at least so many of some courses hold.</summary>
    internal static Course AtLeast(int minimum, IReadOnlyList<Course> parts)
    {
        // When the parts turn over is asked for no sooner than when this does.
        var holding = parts.Count(part => part.Holds);
        return parts.All(part => ReferenceEquals(part, Always) || ReferenceEquals(part, Never)) ? Of(holding >= minimum) : new Course(holding >= minimum, Merged(minimum, holding, parts));
    }

    /// <summary>The later instants at which it turns over, in order.</summary>
    internal IEnumerable<long> Turns()
    {
        for (var index = 0; TryTurn(index, out var instant); index++)
        {
            yield return instant;
        }
    }

    private static IEnumerable<long> Merged(int minimum, int holding, IReadOnlyList<Course> parts)
    {
        PriorityQueue<(Course Part, int Index), long> queue = new(parts.Where(part => part.NextTurn is not null).Select(part => ((part, 0), part.NextTurn!.Value)));
        while (queue.TryPeek(out _, out var instant))
        {
            var before = holding >= minimum;
            while (queue.TryPeek(out var next, out var at) && at == instant)
            {
                queue.Dequeue();
                holding += next.Part.Holds == (next.Index % 2 == 0) ? -1 : 1;
                if (next.Part.TryTurn(next.Index + 1, out var later))
                {
                    queue.Enqueue((next.Part, next.Index + 1), later);
                }
            }

            if (holding >= minimum != before)
            {
                yield return instant;
            }
        }
    }

    private bool TryTurn(int index, out long instant)
    {
        while (found.Count <= index && rest is not null)
        {
            if (rest.MoveNext())
            {
                found.Add(rest.Current);
            }
            else
            {
                rest.Dispose();
                rest = null;
            }
        }

        instant = index < found.Count ? found[index] : 0;
        return index < found.Count;
    }
}
