using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Sql;

/// <summary>
/// A sequence, as one fold over the events of its steps in order of time. For every step it keeps the latest event that a run of the steps before
/// leads up to, with the latest start of such a run: what a later one cannot reach, an earlier one cannot either, so nothing else decides.
/// </summary>
/// <remarks>
/// An element is (the shared property, the time, minus the step, the latest event before it that must not lie between). Of events at one instant the later step comes first,
/// since a run may not use two of them. What must not follow counts as one step more.
/// </remarks>
internal sealed class SequenceSql(Context context, EventScope scope, DidSequence sequence)
{
    private const string Never = "toInt64(-9000000000000000000)";

    private readonly int steps = sequence.Then.Count + 1;

    internal string Holds()
    {
        var totals = scope.Group.Totals;
        var between = sequence.WithoutBetween is { } without ? scope.Times(without, Ever.Period) : null;
        var inOrder = totals.Define(sequence.SameProperty is { } same ? InOrder(same, between) : InOrder(between));
        var end = totals.Define(
            $"arrayFold((state, event) -> ({string.Join(", ", Next(between is not null))}), {inOrder}, (toUInt8(0), '', {string.Join(", ", Enumerable.Repeat(Never, (2 * steps) + 1))}))");
        return scope.Group.Total(sequence.Absence is null ? $"{end}.1 = 1" : $"({end}.1 = 1 OR {HasRunOut($"{end}.{Pending}")})");
    }

    // Places in the state: whether a run was found, the shared property, the latest event of each step, its start, and the earliest run not yet followed.
    private int Pending => (2 * steps) + 3;

    private static string Latest(int step) => $"state.{(step + 2).ToString(CultureInfo.InvariantCulture)}";

    private string Start(int step) => $"state.{(step + steps + 2).ToString(CultureInfo.InvariantCulture)}";

    private EventSelector Selector(int step) => step == 1 ? sequence.First : sequence.Then[step - 2].Event;

    private IEnumerable<(EventSelector Event, Period Period, int Step)> Looked() =>
        Enumerable.Range(1, steps).Select(step => (Selector(step), sequence.Period, step)).Concat(sequence.Absence is { } absence ? [(absence.Event, Ever.Period, steps + 1)] : []);

    private string InOrder(ValuePath same, string? between)
    {
        var totals = scope.Group.Totals;
        var elements = Looked().Select(look =>
        {
            var (texts, times) = scope.Values(look.Event, look.Period, context.Now, scope.Text(look.Event.Name, same));
            return between is null
                ? totals.Define($"arrayMap((text, found) -> (text, found, toInt16({Text(-look.Step)}), {Never}), {texts}, {times()})")
                : totals.Define($"arrayMap((text, found) -> (found, toUInt8(0), text, toInt16({Text(-look.Step)})), {texts}, {times()})");
        }).ToList();
        if (between is null)
        {
            return $"arraySort(arrayConcat({string.Join(", ", elements)}))";
        }

        // Those between come after all others of their instant, so that they lie before later ones only.
        elements.Add(totals.Define($"arrayMap(found -> (found, toUInt8(1), '', toInt16(0)), {between})"));
        var all = totals.Define($"arraySort(arrayConcat({string.Join(", ", elements)}))");
        var latest = totals.Define($"arrayFill(latest -> latest != {Never}, arrayMap(element -> if(element.2 = 1, element.1, {Never}), {all}))");
        return $"arraySort(arrayMap((element, latest) -> (element.3, element.1, element.4, latest), {Steps(all, "element.2 = 0")}, {Steps(latest, "element.2 = 0")}))";

        string Steps(string list, string test) => $"arrayFilter((item, element) -> {test}, {list}, {all})";
    }

    // Numbers are put in order several times faster than tuples: an element is one, with the step in its lower bits. Nothing needs to be put in order for
    // whom a step is missing.
    private string InOrder(string? between)
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
        var element = $"'', bitShiftRight(number, {Text(bits)}), toInt16(bitAnd(number, {Text(most)}) - {Text(most)})";
        if (between is null)
        {
            return $"arrayMap(number -> ({element}, {Never}), {numbers})";
        }

        var isBetween = $"bitAnd(number, {Text(most)}) = {Text(most)}";
        var latest = totals.Define($"arrayFill(latest -> latest != {Never}, arrayMap(number -> if({isBetween}, bitShiftRight(number, {Text(bits)}), {Never}), {numbers}))");
        return $"arrayMap((number, latest) -> ({element}, latest), arrayFilter(number -> NOT {isBetween}, {numbers}), arrayFilter((latest, number) -> NOT {isBetween}, {latest}, {numbers}))";

        string Numbers(string found, long rank) => $"arrayMap(found -> bitShiftLeft(found, {Text(bits)}) + {Text(rank)}, {found})";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Next(bool hasBetween)
    {
        var complete = Reaches(steps) + (hasBetween ? $" AND event.4 <= {Fresh(Start(steps - 1))}" : string.Empty);
        var pending = $"state.{Pending.ToString(CultureInfo.InvariantCulture)}";
        yield return sequence.Absence is null
            ? $"toUInt8(state.1 OR ({complete}))"
            : $"toUInt8(state.1 OR (event.1 != state.2 AND {HasRunOut(pending)}) OR (event.1 = state.2 AND event.3 = {-(steps + 1)} AND {pending} != {Never} AND {pending} + {Length(sequence.Absence.Within)} < event.2))";
        yield return "event.1";
        for (var step = 1; step <= steps; step++)
        {
            yield return $"if({Reaches(step)}, event.2, {Fresh(Latest(step))})";
        }

        for (var step = 1; step <= steps; step++)
        {
            yield return !hasBetween ? Never : $"if({Reaches(step)}, {(step == 1 ? "event.2" : Fresh(Start(step - 1)))}, {Fresh(Start(step))})";
        }

        yield return sequence.Absence is null
            ? Never
            : $"multiIf(event.3 = {-(steps + 1)}, {Never}, {Fresh(pending)} = {Never} AND ({complete}), event.2, {Fresh(pending)})";
    }

    private string Reaches(int step)
    {
        var isStep = $"event.3 = {(-step).ToString(CultureInfo.InvariantCulture)}";
        if (step == 1)
        {
            return isStep;
        }

        var before = Fresh(Latest(step - 1));
        return sequence.Then[step - 2].Within is { } within
            ? $"{isStep} AND event.2 <= {before} + {Length(within)}"
            : $"{isStep} AND {before} != {Never}";
    }

    private string HasRunOut(string pending) => $"({pending} != {Never} AND {pending} + {Length(sequence.Absence!.Within)} <= {context.Parameters.Number(context.Now)})";

    // With another value of the shared property everything starts anew.
    private string Fresh(string state) => sequence.SameProperty is null ? state : $"if(event.1 = state.2, {state}, {Never})";

    private string Length(Duration duration) => context.Parameters.Number(duration.Microseconds);
}
