using System.Collections;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Tessera.ClickHouse.Rows;
using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Sql;

/// <summary>Writes a value as the text that ClickHouse reads back as a parameter of a given type.</summary>
/// <remarks>
/// At the top a value stands by itself with the escapes of tab-separated values and <c>\N</c> for NULL; inside arrays, maps and
/// tuples texts, dates and the like stand in quotes and NULL is a word. The engine reads it as a value of the placeholder's
/// type and of nothing else, so no text can become SQL.
/// </remarks>
internal static class ParameterText
{
    /// <summary>The text of a value.</summary>
    /// <exception cref="ArgumentException">The value is not one of the placeholder's type.</exception>
    public static string Of(Placeholder placeholder, object? value)
    {
        var text = new StringBuilder();
        new Writer(placeholder, text).WriteTop(value);
        return text.ToString();
    }

    private readonly struct Writer(Placeholder placeholder, StringBuilder text)
    {
        public void WriteTop(object? value)
        {
            var type = placeholder.Type.Unwrapped;
            if (type.Name == "Nullable")
            {
                if (value is null)
                {
                    text.Append("\\N");
                    return;
                }

                type = type.Inner(0);
            }

            if (type.Name is "Array" or "Map" or "Tuple")
            {
                WriteComposite(type, value);
            }
            else if (type.Name == "Identifier")
            {
                text.Append(value as string ?? throw Misfit(value));
            }
            else
            {
                Escape(Atom(type, value), quoted: false);
            }
        }

        private void WriteNested(ClickHouseType outer, object? value)
        {
            var type = outer.Unwrapped;
            if (type.Name == "Nullable")
            {
                if (value is null)
                {
                    text.Append("NULL");
                    return;
                }

                type = type.Inner(0);
            }

            if (type.Name is "Array" or "Map" or "Tuple")
            {
                WriteComposite(type, value);
                return;
            }

            var atom = Atom(type, value);
            if (IsBare(type.Name))
            {
                text.Append(atom);
                return;
            }

            text.Append('\'');
            Escape(atom, quoted: true);
            text.Append('\'');
        }

        private void WriteComposite(ClickHouseType type, object? value)
        {
            switch (type.Name, value)
            {
                case ("Array", IEnumerable items and not string):
                    text.Append('[');
                    WriteItems(items, type.Inner(0));
                    text.Append(']');
                    break;
                case ("Map", IDictionary map):
                    text.Append('{');
                    WriteEntries(map, type);
                    text.Append('}');
                    break;
                case ("Tuple", ITuple tuple) when tuple.Length == type.Arguments.Count:
                    text.Append('(');
                    for (var i = 0; i < tuple.Length; i++)
                    {
                        text.Append(i > 0 ? "," : "");
                        WriteNested(type.Inner(i), tuple[i]);
                    }

                    text.Append(')');
                    break;
                default:
                    throw Misfit(value);
            }
        }

        private void WriteItems(IEnumerable items, ClickHouseType type)
        {
            var isFirst = true;
            foreach (var item in items)
            {
                text.Append(isFirst ? "" : ",");
                WriteNested(type, item);
                isFirst = false;
            }
        }

        private void WriteEntries(IDictionary map, ClickHouseType type)
        {
            var isFirst = true;
            foreach (DictionaryEntry entry in map)
            {
                text.Append(isFirst ? "" : ",");
                WriteNested(type.Inner(0), entry.Key);
                text.Append(':');
                WriteNested(type.Inner(1), entry.Value);
                isFirst = false;
            }
        }

        private static bool IsBare(string typeName) =>
            typeName is "Bool" or "Decimal" or "Float32" or "Float64"
            || typeName.StartsWith("Int", StringComparison.Ordinal)
            || typeName.StartsWith("UInt", StringComparison.Ordinal);

        private string Atom(ClickHouseType type, object? value) => (type.Name, value) switch
        {
            (_, null) => throw Misfit(value),
            ("String" or "FixedString", string content) => content,
            ("Enum8" or "Enum16", string member) => Member(type, member),
            ("Enum8" or "Enum16", Enum member) => Member(type, member.ToString()),
            ("UUID", Guid id) => id.ToString("D"),
            ("Bool", bool flag) => flag ? "true" : "false",
            ("UInt8", bool flag) => flag ? "1" : "0",
            ("Date" or "Date32", DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ("DateTime" or "DateTime64", DateTimeOffset instant) => Instant(type, instant),
            ("Float32" or "Float64", double number) => Float(number),
            ("Float32" or "Float64", float number) => Float(number),
            ("Decimal", decimal or int or long) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            ("IPv4" or "IPv6", IPAddress address) => address.ToString(),
            _ when IntegerRange.Of(type.Name) is { } range => Integer(range, value),
            _ => throw Misfit(value),
        };

        private string Integer(IntegerRange range, object value)
        {
            var number = value switch
            {
                sbyte or short or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                byte or ushort or uint or ulong => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
                Int128 wide => wide,
                UInt128 wide => wide,
                BigInteger wide => wide,
                _ => throw Misfit(value),
            };
            return range.Contains(number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : throw new ArgumentException($"Parameter '{placeholder.Name}': {number} does not fit into {placeholder.Type}.", nameof(value));
        }

        private static string Float(double number) =>
            double.IsNaN(number) ? "nan" : double.IsInfinity(number) ? number > 0 ? "inf" : "-inf" : number.ToString("R", CultureInfo.InvariantCulture);

        private static string Float(float number) =>
            float.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : Float((double)number);

        private string Member(ClickHouseType type, string member) =>
            type.Arguments.Select(argument => argument.Label!).FirstOrDefault(label => label == member)
            ?? type.Arguments.Select(argument => argument.Label!).FirstOrDefault(label => MemberNames.Normalize(label) == MemberNames.Normalize(member))
            ?? throw new ArgumentException($"Parameter '{placeholder.Name}': '{member}' is not a member of {placeholder.Type}.", nameof(member));

        // An instant is the same in every zone, but its text is not, and in a zone with summer time not even unique.
        private string Instant(ClickHouseType type, DateTimeOffset instant)
        {
            if ((type.Arguments.Count > 0 ? type.Arguments[^1].Label : null) is not ("UTC" or "Etc/UTC"))
            {
                var advice = type.Name == "DateTime" ? "DateTime('UTC')" : $"DateTime64({type.Number(0)}, 'UTC')";
                throw new ArgumentException($"Parameter '{placeholder.Name}': write its placeholder's type as {advice}; instants are sent in UTC.", nameof(instant));
            }

            var digits = type.Name == "DateTime" ? 0 : Math.Min(type.Number(0), 7);
            var format = digits == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss." + new string('f', digits);
            return instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
        }

        private void Escape(string value, bool quoted)
        {
            foreach (var character in value)
            {
                _ = character switch
                {
                    '\\' => text.Append("\\\\"),
                    '\t' => text.Append("\\t"),
                    '\n' => text.Append("\\n"),
                    '\r' => text.Append("\\r"),
                    '\b' => text.Append("\\b"),
                    '\f' => text.Append("\\f"),
                    '\0' => text.Append("\\0"),
                    '\'' when quoted => text.Append("\\'"),
                    _ => text.Append(character),
                };
            }
        }

        private ArgumentException Misfit(object? value) => value is null
            ? new ArgumentException($"Parameter '{placeholder.Name}' is null, but its type {placeholder.Type} is not Nullable.", nameof(value))
            : new ArgumentException($"Parameter '{placeholder.Name}' is a {TypeNames.Of(value.GetType())}, which cannot stand for {placeholder.Type}.", nameof(value));
    }
}
