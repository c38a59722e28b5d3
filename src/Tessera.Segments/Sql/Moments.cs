using System.Globalization;

namespace Tessera.Segments.Sql;

/// <summary>
/// The instants of the calls that conditions look at, as one list per customer (or company), and beside it which calls each is one of, a bit for each kind.
/// Whatever has to do with when and how often is then asked of these lists: the engine keeps two of them for a customer however many conditions there
/// are, in place of a state for each, and goes through them far faster than through states that lie all over its memory.
/// </summary>
/// <remarks>Kinds of calls are columns of the rows, 0 or 1. Instants are microseconds since 1970, in no order.</remarks>
internal sealed class Moments(RowGroup group)
{
    private const int BitsOfWord = 64;

    private readonly Dictionary<string, int> marks = new(StringComparer.Ordinal);

    // The texts of each kind of calls, and the lists they become.
    private readonly Dictionary<string, (string Parts, Dictionary<string, string> Lists)> texts = new(StringComparer.Ordinal);

    /// <summary>Lists with an item for each call of a kind.</summary>
    internal ListColumns Lists { get; } = new(group.Totals);

    /// <summary>The customer's first instant: a column.</summary>
    internal string FirstSeen => group.Gather("toUnixTimestamp64Micro(any(first_seen))");

    private string All => group.Prefix + "times";

    /// <summary>How many calls there are.</summary>
    /// <param name="calls">The kind of calls.</param>
    /// <param name="during">The condition on an instant <c>moment</c>; empty: none.</param>
    internal string Count(string calls, string during)
    {
        var mark = MarkOf(calls);
        return group.Total(during.Length == 0
            ? $"arrayCount(mark -> {IsSet(mark)}, {Word(mark)})"
            : $"arrayCount((moment, mark) -> {IsSet(mark)} AND {during}, {All}, {Word(mark)})");
    }

    /// <summary>When they were: a list.</summary>
    /// <inheritdoc cref="Count"/>
    internal string Times(string calls, string during = "")
    {
        var mark = MarkOf(calls);
        return group.Totals.Define($"arrayFilter((moment, mark) -> {IsSet(mark)}{(during.Length == 0 ? string.Empty : " AND " + during)}, {All}, {Word(mark)})");
    }

    /// <summary>What a text of the rows is for each of the calls: a list in the order of all their <see cref="Times"/>.</summary>
    /// <param name="calls">The kind of calls.</param>
    /// <param name="text">An expression that is computed for these calls alone, a JSON value or a name: without a NUL character.</param>
    /// <remarks>
    /// Lists of one group are gathered row by row, so that what is taken from the same rows comes in the same order. What is wanted of a kind of calls is
    /// gathered as one text, with a NUL character between two: the engine keeps every text of a list apart.
    /// </remarks>
    internal string Each(string calls, string text)
    {
        if (!texts.TryGetValue(calls, out var found))
        {
            texts.Add(calls, found = (group.Totals.Declare(), new Dictionary<string, string>(StringComparer.Ordinal)));
        }

        if (!found.Lists.TryGetValue(text, out var list))
        {
            found.Lists.Add(text, list = Lists.Add(group.Totals.Declare()));
        }

        return list;
    }

    /// <summary>The value of the first or last of those calls that pass a test; of several at one instant their message ids decide.</summary>
    /// <param name="occurrence">Which one.</param>
    /// <param name="calls">The kind of calls.</param>
    /// <param name="items">Lists of theirs, the values first.</param>
    /// <param name="test">The test of <c>moment</c> and of the items, which are called <c>item0</c>, <c>item1</c> and so on.</param>
    /// <returns>A column of texts, empty where there is none.</returns>
    internal string Value(Occurrence occurrence, string calls, IReadOnlyList<string> items, string test)
    {
        var names = string.Join(", ", items.Select((_, index) => $"item{Text(index)}"));
        var (times, ids, lists) = (Times(calls), group.Gather($"groupArrayIf(message_id, {calls})"), string.Join(", ", items));
        var instant = group.Totals.Define($"{(occurrence == Occurrence.First ? "arrayMin" : "arrayMax")}(arrayFilter((moment, {names}) -> {test}, {times}, {lists}))");
        var found = group.Totals.Define($"arrayFilter(({names}, moment) -> moment = {instant} AND {test}, {lists}, {times})");
        var named = group.Totals.Define($"arrayFilter((id, {names}, moment) -> moment = {instant} AND {test}, {ids}, {lists}, {times})");
        return group.Total($"arraySort((value, id) -> id, {found}, {named})[{(occurrence == Occurrence.First ? "1" : "-1")}]");
    }

    /// <summary>Has the lists gathered, once all kinds of calls are known.</summary>
    internal void Gather()
    {
        foreach (var (calls, (parts, lists)) in texts)
        {
            var isOne = lists.Count == 1;
            var all = isOne ? lists.Keys.Single() : $"concat({string.Join(", '\\0', ", lists.Keys)})";
            var gathered = group.Gather($"groupArrayIf({group.Rows.Define($"if({calls}, {all}, '')")}, {calls})");
            group.Totals.Complete(parts, isOne ? gathered : $"arrayMap(text -> splitByChar('\\0', text), {gathered})");
            foreach (var (list, place) in lists.Values.Select((list, place) => (list, place + 1)))
            {
                group.Totals.Complete(list, isOne ? parts : $"arrayMap(parts -> parts[{Text(place)}], {parts})");
            }
        }

        if (marks.Count == 0)
        {
            return;
        }

        var words = Enumerable.Range(0, (marks.Count + BitsOfWord - 1) / BitsOfWord).Select(Mask).ToList();
        var any = group.Rows.Define(string.Join(" OR ", words.Select(word => $"{word} != 0")));
        group.Gather($"groupArrayIf(toUnixTimestamp64Micro(time), {any})", All);
        for (var word = 0; word < words.Count; word++)
        {
            group.Gather($"groupArrayIf({words[word]}, {any})", Word(word * BitsOfWord));
        }
    }

    private string Word(int mark) => $"{group.Prefix}marks{Text(mark / BitsOfWord)}";

    private static string IsSet(int mark) => $"bitTest(mark, {Text(mark % BitsOfWord)})";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private int MarkOf(string calls)
    {
        if (!marks.TryGetValue(calls, out var mark))
        {
            mark = marks.Count;
            marks.Add(calls, mark);
        }

        return mark;
    }

    private string Mask(int word)
    {
        var calls = marks.Where(entry => entry.Value / BitsOfWord == word).OrderBy(entry => entry.Value).Select(entry => entry.Key).ToList();
        var type = calls.Count switch { <= 8 => "toUInt8", <= 16 => "toUInt16", <= 32 => "toUInt32", _ => "toUInt64" };
        return group.Rows.Define(calls.Select((call, bit) => bit == 0 ? $"{type}({call})" : $"bitShiftLeft({type}({call}), {Text(bit)})").Aggregate((left, right) => $"bitOr({left}, {right})"));
    }
}
