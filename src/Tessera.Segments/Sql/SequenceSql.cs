using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Sql;

/// <summary>
/// A sequence, as one fold over the events of its steps in order of time. For every step it keeps the latest event that a run of the steps before
/// leads up to, with the latest start of such a run: what a later one cannot reach, an earlier one cannot either, so nothing else decides.
/// </summary>
/// <remarks>
/// An element is (the shared property, the time, minus the step, the latest event before it that must not lie between), without the first and the last where they are not
/// asked for: the engine goes through every place of every element. Of events at one instant the later step comes first, since a run may not use two of them. What must not
/// follow counts as one step more.
/// </remarks>
internal sealed class SequenceSql(Context context, EventScope scope, DidSequence sequence)
{
    private const string Never = "toInt64(-9000000000000000000)";

    private readonly int steps = sequence.Then.Count + 1;
    private readonly int shared = sequence.SameProperty is null ? 0 : 1;
    private readonly bool hasBetween = sequence.WithoutBetween is not null;

    internal string Holds()
    {
        var totals = scope.Group.Totals;
        var between = sequence.WithoutBetween is { } without ? scope.Times(without, Ever.Period) : null;
        var inOrder = totals.Define(sequence.SameProperty is { } same ? InOrder(same, between) : InOrder(between));
        var times = (hasBetween ? 2 * steps : steps) + (sequence.Absence is null ? 0 : 1);
        IEnumerable<string> nothing = ["toUInt8(0)", .. Enumerable.Repeat("''", shared), .. Enumerable.Repeat(Never, times)];
        var end = totals.Define($"arrayFold((state, event) -> ({string.Join(", ", Next())}), {inOrder}, ({string.Join(", ", nothing)}))");
        return scope.Group.Total(sequence.Absence is null ? $"{end}.1 = 1" : $"({end}.1 = 1 OR {HasRunOut($"{end}.{Text(Pending)}")})");
    }

    // Places in the state: whether a run was found, the shared property, the latest event of each step, its start, and the earliest run not yet followed.
    private int Pending => shared + 2 + (hasBetween ? 2 * steps : steps);

    private string Latest(int step) => $"state.{Text(shared + step + 1)}";

    private string Start(int step) => $"state.{Text(shared + step + steps + 1)}";

    // Places in an element.
    private string Time => $"event.{Text(shared + 1)}";

    private string Rank => $"event.{Text(shared + 2)}";

    private string LatestBetween => $"event.{Text(shared + 3)}";

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
                ? totals.Define($"arrayMap((text, found) -> (text, found, toInt16({Text(-look.Step)})), {texts}, {times()})")
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
        var element = $"bitShiftRight(number, {Text(bits)}), toInt16(bitAnd(number, {Text(most)}) - {Text(most)})";
        if (between is null)
        {
            return $"arrayMap(number -> ({element}), {numbers})";
        }

        var isBetween = $"bitAnd(number, {Text(most)}) = {Text(most)}";
        var latest = totals.Define($"arrayFill(latest -> latest != {Never}, arrayMap(number -> if({isBetween}, bitShiftRight(number, {Text(bits)}), {Never}), {numbers}))");
        return $"arrayMap((number, latest) -> ({element}, latest), arrayFilter(number -> NOT {isBetween}, {numbers}), arrayFilter((latest, number) -> NOT {isBetween}, {latest}, {numbers}))";

        string Numbers(string found, long rank) => $"arrayMap(found -> bitShiftLeft(found, {Text(bits)}) + {Text(rank)}, {found})";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Next()
    {
        var complete = Reaches(steps) + (hasBetween ? $" AND {LatestBetween} <= {Fresh(Start(steps - 1))}" : string.Empty);
        var pending = $"state.{Text(Pending)}";
        var isFollowing = $"{Rank} = {Text(-(steps + 1))}";
        var isSame = shared == 0 ? string.Empty : "event.1 = state.2 AND ";
        var isOther = shared == 0 || sequence.Absence is null ? string.Empty : $" OR (event.1 != state.2 AND {HasRunOut(pending)})";
        yield return sequence.Absence is null
            ? $"toUInt8(state.1 OR ({complete}))"
            : $"toUInt8(state.1{isOther} OR ({isSame}{isFollowing} AND {pending} != {Never} AND {pending} + {Length(sequence.Absence.Within)} < {Time}))";
        if (shared > 0)
        {
            yield return "event.1";
        }

        for (var step = 1; step <= steps; step++)
        {
            yield return $"if({Reaches(step)}, {Time}, {Fresh(Latest(step))})";
        }

        for (var step = 1; hasBetween && step <= steps; step++)
        {
            yield return $"if({Reaches(step)}, {(step == 1 ? Time : Fresh(Start(step - 1)))}, {Fresh(Start(step))})";
        }

        if (sequence.Absence is not null)
        {
            yield return $"multiIf({isFollowing}, {Never}, {Fresh(pending)} = {Never} AND ({complete}), {Time}, {Fresh(pending)})";
        }
    }

    private string Reaches(int step)
    {
        var isStep = $"{Rank} = {Text(-step)}";
        if (step == 1)
        {
            return isStep;
        }

        var before = Fresh(Latest(step - 1));
        return sequence.Then[step - 2].Within is { } within
            ? $"{isStep} AND {Time} <= {before} + {Length(within)}"
            : $"{isStep} AND {before} != {Never}";
    }

    private string HasRunOut(string pending) => $"({pending} != {Never} AND {pending} + {Length(sequence.Absence!.Within)} <= {context.Parameters.Number(context.Now)})";

    // With another value of the shared property everything starts anew.
    private string Fresh(string state) => sequence.SameProperty is null ? state : $"if(event.1 = state.2, {state}, {Never})";

    private string Length(Duration duration) => context.Parameters.Number(duration.Microseconds);
}
