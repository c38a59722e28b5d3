using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>Which deeds an event selector means. Patterns and instants are prepared once.</summary>
internal sealed class Selector(EventSelector selector, Facts facts)
{
    private readonly Dictionary<PropertyCondition, ValueCheck> checks = selector.Where is null
        ? []
        : Checking.Conditions.Of(selector).Distinct().ToDictionary(condition => condition, condition => new ValueCheck(condition.Test, facts.Calendar));

    /// <summary>Whether time alone changes what is selected.</summary>
    internal bool IsVolatile => checks.Values.Any(check => check.IsVolatile);

    /// <summary>Whether, and while when, a deed is meant.</summary>
    internal Course Of(Deed deed) => deed.Event is null || (selector.Name is not null && deed.Event != selector.Name.Value) ? Course.Never
        : selector.Where is null ? Course.Always
        : Of(selector.Where, deed);

    /// <summary>The stays of deeds in a period while they are meant.</summary>
    internal IEnumerable<Stay> Stays(IEnumerable<Deed> deeds, Func<long, IReadOnlyList<(long From, long To)>> period, int slot = 0)
    {
        foreach (var deed in deeds)
        {
            var course = Of(deed);
            if (ReferenceEquals(course, Course.Never))
            {
                continue;
            }

            if (ReferenceEquals(course, Course.Always))
            {
                foreach (var (begin, end) in period(deed.At).Where(stretch => stretch.To > facts.Now && stretch.From < stretch.To))
                {
                    yield return new Stay(deed, slot, begin, end);
                }

                continue;
            }

            var stretches = course.Holds || course.NextTurn is not null ? period(deed.At).Where(stretch => stretch.To > facts.Now) : [];
            foreach (var stretch in stretches.SelectMany(stretch => Stretches(course, stretch.From, stretch.To)))
            {
                yield return new Stay(deed, slot, stretch.From, stretch.To);
            }
        }
    }

    // What was before now is of no matter, so a course that holds is taken to have always held.
    private static IEnumerable<(long From, long To)> Stretches(Course course, long from, long to)
    {
        var (holds, begin) = (course.Holds, from);
        foreach (var turn in course.Turns().TakeWhile(turn => turn < to))
        {
            if (holds && turn > begin)
            {
                yield return (begin, turn);
            }

            (holds, begin) = (!holds, Math.Max(begin, turn));
        }

        if (holds)
        {
            yield return (begin, to);
        }
    }

    private Course Of(Expression where, Deed deed) => where switch
    {
        PropertyCondition property => DateCourse.Of(checks[property], RawValue.Property(deed.Call, property.Path.Segments), facts),
        Not not => Of(not.Operand, deed).Denied,
        All all => Course.AtLeast(all.Items.Count, [.. all.Items.Select(item => Of(item, deed))]),
        Any any => Course.AtLeast(1, [.. any.Items.Select(item => Of(item, deed))]),
        _ => throw new NotSupportedException(where.GetType().Name),
    };
}
