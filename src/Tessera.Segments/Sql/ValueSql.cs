using System.Globalization;
using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>How the raw text of a JSON value (empty when there is none) is read as text, number, date or version.</summary>
internal sealed class ValueSql(IColumns columns, ParameterSet parameters, TimeZoneInfo zone)
{
    /// <summary>Dates are those of the years that every calendar involved holds.</summary>
    private const long FirstDate = -2_177_452_800_000_000;
    private const long AfterLastDate = 10_382_256_000_000_000;

    private const string NumberPattern = "'^-?(0|[1-9][0-9]*)(\\\\.[0-9]+)?([eE][+-]?[0-9]+)?$'";
    private const string DatePattern =
        "'^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\\\.([0-9]{1,6})[0-9]*)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$'";

    /// <summary>
    /// The raw value that a text has as <c>JSONExtractRaw</c> writes it, when no other value has the same text and it is written without escapes: that of a
    /// word of letters and digits. Null for other texts.
    /// </summary>
    internal static string? RawOf(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text is not ("true" or "false") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.') ? $"\"{text}\"" : null;

    internal static string IsPresent(string raw) => $"({raw} NOT IN ('', 'null'))";

    /// <summary>The raw value that a path leads to from another; a list is entered by index, an object by name.</summary>
    internal string Descend(string json, IEnumerable<string> path)
    {
        List<string> keys = [];
        var isStored = json is "properties" or "context";
        foreach (var segment in path)
        {
            if (!int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index == int.MaxValue)
            {
                keys.Add(parameters.Text(segment));
                continue;
            }

            var outer = keys.Count == 0 ? Source() : Readable(Extract(Source(), keys));
            keys.Clear();
            isStored = false;
            json = $"if(startsWith({outer}, '['), JSONExtractRaw({outer}, toInt64({parameters.Number(index + 1)})), JSONExtractRaw({outer}, {parameters.Text(segment)}))";
        }

        return Extract(keys.Count == 0 ? json : Source(), keys);

        string Source() => Readable(json, isStored);
    }

    internal string Text(string raw) => columns.Define(TextOf(raw));

    internal string Number(string raw)
    {
        var quoted = columns.Define($"if(startsWith({raw}, '\"'), JSONExtractString({raw}), '')");
        return columns.Define(
            $"multiIf({IsNumber(raw)}, toNullable({Float(raw)}), match({quoted}, {NumberPattern}), "
                + $"JSONExtract(if(match({quoted}, '[.eE]'), {quoted}, concat({quoted}, 'e0')), 'Nullable(Float64)'), NULL)");
    }

    /// <summary>What sums are made of: the number times 10^12 as a whole number, what is behind that cut off.</summary>
    internal string Addend(string raw)
    {
        var number = Number(raw);

        // Whole numbers, which most are, need not be written out as text to keep all their digits.
        return columns.Define(
            $"if(abs({number}) < 1e15 AND {number} = floor({number}), toInt128({number}) * 1000000000000, reinterpret(toDecimal128OrNull(if(abs({number}) < 1e15, toString({number}), ''), 12), 'Int128'))");
    }

    /// <summary>Microseconds since 1970.</summary>
    internal string Date(string raw)
    {
        var text = columns.Define($"if(startsWith({raw}, '\"'), JSONExtractString({raw}), '')");
        var part = columns.Define($"extractGroups({text}, {DatePattern})");
        var day = columns.Define($"makeDate32(toUInt16OrZero(substring({part}[1], 1, 4)), toUInt8OrZero(substring({part}[1], 6, 2)), toUInt8OrZero(substring({part}[1], 9, 2)))");
        var local = columns.Define(
            $"toInt64(toInt32({day})) * {Microseconds.PerDay} + toInt64OrZero({part}[2]) * 3600000000 + toInt64OrZero({part}[3]) * 60000000 "
                + $"+ toInt64OrZero({part}[4]) * 1000000 + toInt64OrZero(rightPad({part}[5], 6, '0'))");
        var isDate = columns.Define(
            $"length({part}) = 6 AND toString({day}) = {part}[1] AND toUInt8OrZero({part}[2]) < 24 AND toUInt8OrZero({part}[3]) < 60 AND toUInt8OrZero({part}[4]) < 60");
        var ahead = columns.Define(
            $"if({part}[6] IN ('', 'Z'), 0, if(startsWith({part}[6], '-'), -60000000, 60000000) * (toInt64OrZero(substring({part}[6], 2, 2)) * 60 + toInt64OrZero(right({part}[6], 2))))");
        var instant = zone.HasSameRules(TimeZoneInfo.Utc)
            ? $"{local} - {ahead}"
            : columns.Define($"if({part}[6] = '', {Zoned(local)}, {local} - {ahead})");
        var found = columns.Define(
            $"multiIf({IsNumber(raw)}, if(abs({Float(raw)}) < 1e11, toInt64(floor({Float(raw)} * 1000000)), NULL), {isDate}, {instant}, NULL)");
        return columns.Define($"if({found} >= {FirstDate} AND {found} < {AfterLastDate}, {found}, NULL)");
    }

    internal string Texts(string list) => columns.Define($"arrayMap(item -> ifNull({TextOf("item")}, ''), arrayFilter(item -> isNotNull({TextOf("item")}), JSONExtractArrayRaw({Readable(list)})))");

    internal string Day(string microseconds) => $"toDate32(toTimeZone(fromUnixTimestamp64Micro({microseconds}), {parameters.Text(zone.Id)}))";

    private static string Extract(string json, List<string> keys) => keys.Count == 0 ? json : $"JSONExtractRaw({json}, {string.Join(", ", keys)})";

    // The engine writes whole numbers below 10^21 in digits, but does not read those beyond 64 bits; with an exponent it does.
    private static string Float(string raw) => $"JSONExtractFloat(if(length({raw}) > 18 AND NOT match({raw}, '[.eE]'), concat({raw}, 'e0'), {raw}))";

    private static string Readable(string json, bool isStored = false) => isStored
        ? json
        : $"if(match({json}, '[0-9]{{19}}') AND NOT isValidJSON({json}), replaceRegexpAll({json}, '([:,[]-?[0-9]{{19,21}})\\\\b', '\\\\1e0'), {json})";

    // A text without a backslash is itself between its quotation marks.
    private static string TextOf(string raw) =>
        $"multiIf(startsWith({raw}, '\"') AND position({raw}, '\\\\') = 0, toNullable(substring({raw}, 2, length({raw}) - 2)), startsWith({raw}, '\"'), JSONExtractString({raw}), "
            + $"{raw} IN ('true', 'false'), {raw}, {IsNumber(raw)}, toString({Float(raw)} + 0), NULL)";

    // Of all that JSON values begin with, only the minus sign and the digits lie between these two.
    private static string IsNumber(string raw) => $"({raw} >= '-' AND {raw} < ':')";

    // A clock time may come twice, when the earlier is meant, or never, when it counts on from the time before the change.
    private string Zoned(string local)
    {
        var before = columns.Define($"{local} - 1000000 * {Offset($"{local} - {Microseconds.PerDay}")}");
        var after = columns.Define($"{local} - 1000000 * {Offset($"{local} + {Microseconds.PerDay}")}");
        return columns.Define(
            $"if({before} + 1000000 * {Offset(before)} != {local} AND {after} + 1000000 * {Offset(after)} = {local}, {after}, {before})");
    }

    private string Offset(string microseconds) =>
        $"toInt64(timeZoneOffset(toTimeZone(fromUnixTimestamp64Micro(least(greatest({microseconds}, {FirstDate}), {AfterLastDate})), {parameters.Text(zone.Id)})))";
}
