using System.Globalization;
using System.Net;
using System.Numerics;
using Tessera.ClickHouse.Sql;

namespace Tessera.ClickHouse.Tests.Sql;

public sealed class ParameterTextTests
{
    private enum Kind
    {
        Sale,
        FreeGift,
    }

    public static TheoryData<string, object?, string> Values => new()
    {
        { "String", "it's", "it's" },
        { "String", "tab\tline\nback\\slash\r\0\b\f", @"tab\tline\nback\\slash\r\0\b\f" },
        { "Nullable(String)", null, @"\N" },
        { "Nullable(String)", @"\N", @"\\N" },
        { "LowCardinality(Nullable(String))", "x", "x" },
        { "UInt64", ulong.MaxValue, "18446744073709551615" },
        { "Int8", (long)-128, "-128" },
        { "UInt256", BigInteger.Pow(2, 256) - 1, (BigInteger.Pow(2, 256) - 1).ToString(CultureInfo.InvariantCulture) },
        { "Int128", Int128.MinValue, "-170141183460469231731687303715884105728" },
        { "Float64", 0.1, "0.1" },
        { "Float64", double.NegativeInfinity, "-inf" },
        { "Float32", float.NaN, "nan" },
        { "Decimal(18, 4)", 1234.5000m, "1234.5000" },
        { "Bool", true, "true" },
        { "UInt8", true, "1" },
        { "Date", new DateOnly(2011, 12, 9), "2011-12-09" },
        { "DateTime('UTC')", new DateTimeOffset(2011, 12, 9, 13, 0, 1, TimeSpan.FromHours(1)), "2011-12-09 12:00:01" },
        { "DateTime64(3, 'UTC')", new DateTimeOffset(2011, 12, 9, 12, 0, 1, 250, TimeSpan.Zero), "2011-12-09 12:00:01.250" },
        { "DateTime64(9, 'UTC')", new DateTimeOffset(2011, 12, 9, 12, 0, 1, TimeSpan.Zero).AddTicks(1), "2011-12-09 12:00:01.0000001" },
        { "UUID", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), "00112233-4455-6677-8899-aabbccddeeff" },
        { "IPv4", IPAddress.Loopback, "127.0.0.1" },
        { "Identifier", "order lines", "order lines" },
        { "Array(String)", new[] { "a", "it's", "b\\\n" }, @"['a','it\'s','b\\\n']" },
        { "Array(Nullable(Int32))", new int?[] { 1, null }, "[1,NULL]" },
        { "Array(Array(UInt8))", new List<int[]> { new[] { 1 }, Array.Empty<int>() }, "[[1],[]]" },
        { "Array(UUID)", new[] { Guid.Empty }, "['00000000-0000-0000-0000-000000000000']" },
        { "Array(Date)", new[] { new DateOnly(2011, 1, 2) }, "['2011-01-02']" },
        { "Map(String, UInt8)", new Dictionary<string, int>(StringComparer.Ordinal) { ["k'"] = 1 }, @"{'k\'':1}" },
        { "Tuple(String, Nullable(Bool))", ("x", (bool?)null), "('x',NULL)" },
        { "Enum8('sale' = 1, 'free-gift' = 2)", Kind.FreeGift, "free-gift" },
        { "Enum8('sale' = 1, 'free-gift' = 2)", "sale", "sale" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Of_ValueOfItsType_IsItsText(string type, object? value, string text) =>
        ParameterText.Of(Named(type), value).ShouldBe(text);

    public static TheoryData<string, object?, string> Misfits => new()
    {
        { "String", null, "not Nullable" },
        { "String", 1, "is a int" },
        { "UInt8", 256, "does not fit" },
        { "UInt64", -1, "does not fit" },
        { "UInt8", "1", "is a string" },
        { "Int32", 1.0, "is a double" },
        { "UUID", "00000000-0000-0000-0000-000000000000", "is a string" },
        { "DateTime", DateTimeOffset.UnixEpoch, "DateTime('UTC')" },
        { "DateTime64(6, 'Europe/London')", DateTimeOffset.UnixEpoch, "DateTime64(6, 'UTC')" },
        { "Array(String)", "abc", "is a string" },
        { "Tuple(String, String)", ("a", "b", "c"), "ValueTuple" },
        { "Enum8('sale' = 1)", "other", "not a member" },
        { "Array(Int8)", new[] { 1000 }, "does not fit" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Of_ValueOfAnotherType_NamesParameterAndType(string type, object? value, string reason)
    {
        var exception = Should.Throw<ArgumentException>(() => ParameterText.Of(Named(type), value));

        exception.Message.ShouldContain("'value'");
        exception.Message.ShouldContain(reason);
    }

    private static Placeholder Named(string type) => Placeholder.In($"SELECT {{value:{type}}}").Single();
}
