using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Compiling;

/// <summary>Makes <c>where</c>s ready: what is decided when the event comes, and what has to be asked again as time passes.</summary>
internal sealed class SelectorCompiler(LiveCalendar calendar)
{
    /// <summary>Whether which events are meant changes as time passes: a property is compared with a rolling length of time.</summary>
    internal static bool IsVolatile(EventSelector selector) => Checking.Conditions.Of(selector).Any(condition => DateChecks.IsVolatile(condition.Test));

    /// <summary>What is decided of an event when it comes.</summary>
    internal CallPredicate Predicate(EventSelector selector) =>
        new EventPredicate(selector.Name?.Value, selector.Where is null || IsVolatile(selector) ? null : Predicate(selector.Where));

    /// <summary>What has to be asked of an entry for its event to be meant, when entries are of the events of this name; null for nothing.</summary>
    internal EntryFilter? Filter(EventSelector selector, TrackPlan plan) => IsVolatile(selector) ? Filter(selector.Where!, plan) : null;

    /// <summary>What has to be asked of an entry, when entries are of other events too.</summary>
    internal EntryFilter FilterAmongOthers(EventSelector selector, TrackPlan plan)
    {
        var bit = new BitFilter(plan.BitSlot($"{new EventSelector(selector.Name, IsVolatile(selector) ? null : selector.Where)}", () => Predicate(selector)));
        return Filter(selector, plan) is { } filter ? new JoinedFilter([bit, filter], isAny: false) : bit;
    }

    /// <summary>A test of a value of each entry.</summary>
    internal EntryFilter Test(ValueTest test, string[] path, TrackPlan plan, bool isContext = false)
    {
        var check = new ValueCheck(test, calendar);
        if (check.IsVolatile)
        {
            return new DateFilter(plan.DateSlot(path, isContext), check);
        }

        return new BitFilter(plan.BitSlot(
            $"{new ValuePath(path)} {test}", () => isContext ? new ContextPredicate(path, check) : new PropertyPredicate(path, check)));
    }

    private CallPredicate Predicate(Expression where) => where switch
    {
        PropertyCondition property => new PropertyPredicate([.. property.Path.Segments], new ValueCheck(property.Test, calendar)),
        All all => new JoinedPredicate([.. all.Items.Select(Predicate)], isAny: false),
        Any any => new JoinedPredicate([.. any.Items.Select(Predicate)], isAny: true),
        Not not => new DeniedPredicate(Predicate(not.Operand)),
        _ => throw new NotSupportedException(where.GetType().Name),
    };

    private EntryFilter Filter(Expression where, TrackPlan plan) => where switch
    {
        PropertyCondition property => Test(property.Test, [.. property.Path.Segments], plan),
        All all => new JoinedFilter([.. all.Items.Select(item => Filter(item, plan))], isAny: false),
        Any any => new JoinedFilter([.. any.Items.Select(item => Filter(item, plan))], isAny: true),
        Not not => new DeniedFilter(Filter(not.Operand, plan)),
        _ => throw new NotSupportedException(where.GetType().Name),
    };
}
