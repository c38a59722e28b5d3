using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Sql;

/// <summary>
/// A sequence, step by step over the events of its steps in order of time. For every event it is known what the latest event before it is
/// that a run of the steps up to one leads up to, with the latest start of such a run: what a later one cannot reach, an earlier one cannot
/// either, so nothing else decides.
/// </summary>
/// <remarks>
/// Each step is a list as long as that of the events: the instants of those events that it reaches, drawn on to the events after them. So a
/// million calls of one customer are a few functions over lists. Of events at one instant the later step comes first, since a run may not use
/// two of them. What must not follow counts as one step more. With a property that all share, the events come value by value, and nothing is
/// drawn on from one to the next.
/// </remarks>
internal sealed class SequenceSql(Context context, EventScope scope, DidSequence sequence)
{
    // Before every instant there is, and so far before that no duration leads up to one.
    private const string Never = "toInt64(-9000000000000000000)";

    // The same, where events of another value of the shared property begin.
    private const string Anew = "toInt64(-8900000000000000000)";
    private const string Known = "toInt64(-8000000000000000000)";

    private readonly int steps = sequence.Then.Count + 1;
    private readonly bool hasBetween = sequence.WithoutBetween is not null;

    internal string Holds()
    {
        var between = sequence.WithoutBetween is { } without ? scope.Times(without, Ever.Period) : null;
        var events = sequence.SameProperty is { } same ? InOrder(same, between) : InOrder(between);
        var read = Read(steps, events);
        if (events.Between is { } latest)
        {
            read.Add(("barred", latest));
        }

        var holds = Reaches(steps) + (hasBetween ? " AND barred <= before.2" : string.Empty);
        if (sequence.Absence is { } absence)
        {
            read.Add(("following", Following(events)));
            holds += $" AND time + {Length(absence.Within)} < following";
        }

        return scope.Group.Total(Each("arrayExists", read, holds));
    }

    // What must not follow is there only to stand in the way.
    private int Breaking => steps + 1;

    // For each event the latest that a run up to a step leads to, with the start of that run where it is asked for: of its own instant only if that step is its own.
    private string Reached(int step, Events events)
    {
        var read = Read(step, events);
        if (events.Starts is { } starts)
        {
            read.Add(("isFirst", starts));
        }

        var otherwise = events.Starts is null ? At(Never) : $"if(isFirst, {At(Anew)}, {At(Never)})";
        var found = !hasBetween ? "time" : step == 1 ? "(time, time)" : "(time, before.2)";
        return $"arrayFill(found -> {(hasBetween ? "found.1" : "found")} != {Never}, {Each("arrayMap", read, $"if({Reaches(step)}, {found}, {otherwise})")})";

        string At(string instant) => hasBetween ? $"({instant}, {instant})" : instant;
    }

    // What it takes to see which events a step reaches.
    private List<(string Name, string List)> Read(int step, Events events) => step == 1
        ? [("time", events.Times), ("rank", events.Ranks)]
        : [("time", events.Times), ("rank", events.Ranks), ("before", Reached(step - 1, events))];

    private string Reaches(int step)
    {
        var isStep = $"rank = {Text(step)}";
        var before = hasBetween ? "before.1" : "before";
        return step == 1 ? isStep
            : sequence.Then[step - 2].Within is { } within ? $"{isStep} AND time <= {before} + {Length(within)}"
            : $"{isStep} AND {before} > {Known}";
    }

    // For each event when the next comes that must not follow: what is still to come is not there yet.
    private string Following(Events events)
    {
        var now = context.Parameters.Number(context.Now + 1);
        var isBreaking = $"rank = {Text(Breaking)}";
        List<(string Name, string List)> read = [("time", events.Times), ("rank", events.Ranks)];
        if (events.Starts is not { } starts)
        {
            return $"arrayMap(found -> if(found = {Never}, {now}, found), {Back(Each("arrayMap", read, $"if({isBreaking}, time, {Never})"))})";
        }

        read.Add(("isLast", $"arraySlice(arrayPushBack({starts}, toUInt8(1)), 2)"));
        return Back(Each("arrayMap", read, $"if({isBreaking}, time, if(isLast, {now}, {Never}))"));

        static string Back(string found) => $"arrayReverseFill(found -> found != {Never}, {found})";
    }

    private static string Each(string function, List<(string Name, string List)> read, string result) =>
        $"{function}(({string.Join(", ", read.Select(list => list.Name))}) -> {result}, {string.Join(", ", read.Select(list => list.List))})";

    private EventSelector Selector(int step) => step == 1 ? sequence.First : sequence.Then[step - 2].Event;

    private IEnumerable<(EventSelector Event, Period Period, int Step)> Looked() => Enumerable.Range(1, steps)
        .Select(step => (Selector(step), sequence.Period, step))
        .Concat(sequence.Absence is { } absence ? [(absence.Event, Ever.Period, Breaking)] : []);

    // With a property that all share. An element is (its value, the instant, minus the step).
    private Events InOrder(ValuePath same, string? between)
    {
        var totals = scope.Group.Totals;
        var elements = Looked().Select(look =>
        {
            var (texts, times) = scope.Values(look.Event, look.Period, context.Now, scope.Text(look.Event.Name, same));
            return between is null
                ? totals.Define($"arrayMap((text, found) -> (text, found, toInt16({Text(-look.Step)})), {texts}, {times()})")
                : totals.Define($"arrayMap((text, found) -> (found, toUInt8(0), text, toInt16({Text(-look.Step)})), {texts}, {times()})");
        }).ToList();
        if (between is null)
        {
            return InGroups(totals.Define($"arraySort(arrayConcat({string.Join(", ", elements)}))"));
        }

        // Those between come after all others of their instant, so that they lie before later ones only.
        elements.Add(totals.Define($"arrayMap(found -> (found, toUInt8(1), '', toInt16(0)), {between})"));
        var all = totals.Define($"arraySort(arrayConcat({string.Join(", ", elements)}))");
        var latest = totals.Define($"arrayFill(latest -> latest != {Never}, arrayMap(element -> if(element.2 = 1, element.1, {Never}), {all}))");
        var elementsOfSteps = $"arrayMap((element, latest) -> (element.3, element.1, element.4, latest), {Steps(all)}, {Steps(latest)})";
        return InGroups(totals.Define($"arraySort({elementsOfSteps})"));

        string Steps(string list) => $"arrayFilter((item, element) -> element.2 = 0, {list}, {all})";
    }

    private Events InGroups(string elements)
    {
        var totals = scope.Group.Totals;
        return new Events(
            totals.Define($"{elements}.2"),
            totals.Define($"arrayMap(rank -> toUInt8(-rank), {elements}.3)"),
            totals.Define($"arrayMap(place -> place = 1, arrayEnumerateUniq({elements}.1))"),
            hasBetween ? totals.Define($"{elements}.4") : null);
    }

    // Numbers are put in order several times faster than tuples: an element is one, with the step in its lower bits. Nothing needs to be put in order for
    // whom a step is missing.
    private Events InOrder(string? between)
    {
        var bits = BitOperations.Log2((uint)steps + 1) + 1;
        var most = (1L << bits) - 1;
        var totals = scope.Group.Totals;
        var times = Looked().Select(look => (look.Step, Times: scope.Times(look.Event, look.Period))).ToList();
        var elements = times.Select(found => Numbers(found.Times, most - found.Step)).ToList();
        if (between is not null)
        {
            elements.Add(Numbers(between, most));
        }

        var missing = times.Where(found => found.Step <= steps).Select(found => $"empty({found.Times})").Distinct(StringComparer.Ordinal);
        var numbers = totals.Define($"if({string.Join(" OR ", missing)}, [], arraySort(arrayConcat({string.Join(", ", elements)})))");
        if (between is null)
        {
            return new Events(Times(numbers), Ranks(numbers), null, null);
        }

        var isBetween = $"bitAnd(number, {Text(most)}) = {Text(most)}";
        var latest = totals.Define($"arrayFill(latest -> latest != {Never}, arrayMap(number -> if({isBetween}, bitShiftRight(number, {Text(bits)}), {Never}), {numbers}))");
        var stepped = totals.Define($"arrayFilter(number -> NOT {isBetween}, {numbers})");
        var latestOfSteps = totals.Define($"arrayFilter((latest, number) -> NOT {isBetween}, {latest}, {numbers})");
        return new Events(Times(stepped), Ranks(stepped), null, latestOfSteps);

        string Numbers(string found, long rank) => $"arrayMap(found -> bitShiftLeft(found, {Text(bits)}) + {Text(rank)}, {found})";

        string Times(string list) => totals.Define($"arrayMap(number -> bitShiftRight(number, {Text(bits)}), {list})");

        string Ranks(string list) => totals.Define($"arrayMap(number -> toUInt8({Text(most)} - bitAnd(number, {Text(most)})), {list})");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Length(Duration duration) => context.Parameters.Number(duration.Microseconds);

    /// <summary>The events of all steps in order: columns of lists that belong together.</summary>
    /// <param name="Times">When they were.</param>
    /// <param name="Ranks">Which step each is of.</param>
    /// <param name="Starts">Whether each is the first with its value of the shared property; null where none is shared.</param>
    /// <param name="Between">The latest before each that must not lie between; null where nothing is barred.</param>
    private sealed record Events(string Times, string Ranks, string? Starts, string? Between);
}
