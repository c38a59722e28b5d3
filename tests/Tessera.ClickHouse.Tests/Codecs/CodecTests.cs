using System.Net;
using Tessera.ClickHouse.Codecs;
using Tessera.ClickHouse.Tests.Support;

namespace Tessera.ClickHouse.Tests.Codecs;

/// <summary>Bytes as ClickHouse documents and writes them, and values that must be refused rather than bent.</summary>
public sealed class CodecTests
{
    [Fact]
    public void Uuid_OnTheWire_IsTwoLittleEndianHalves() =>
        Convert.ToHexStringLower(Body("UUID", Guid.Parse("61f0c404-5cb3-11e7-907b-a6006ad3dba0")))
            .ShouldBe("e711b35c04c4f061" + "a0dbd36a00a67b90");

    [Fact]
    public void Addresses_OnTheWire_DifferInByteOrder()
    {
        Convert.ToHexStringLower(Body("IPv4", IPAddress.Parse("192.168.0.1"))).ShouldBe("0100a8c0");
        Convert.ToHexStringLower(Body("IPv6", IPAddress.Parse("2001:db8::1"))).ShouldBe("20010db8000000000000000000000001");
    }

    [Fact]
    public void Decimal_OnTheWire_IsAScaledWholeNumber()
    {
        Body("Decimal(9, 2)", -1.5m).ShouldBe(BitConverter.GetBytes(-150));
        Body("Decimal(18, 4)", 1m).ShouldBe(BitConverter.GetBytes(10_000L));
        Body("Decimal(76, 0)", -1m).ShouldBe(Enumerable.Repeat((byte)0xFF, 32));
    }

    [Fact]
    public void Times_OnTheWire_AreCountsSinceTheEpoch()
    {
        Body("DateTime('UTC')", DateTimeOffset.UnixEpoch.AddSeconds(2)).ShouldBe([2, 0, 0, 0]);
        Body("DateTime64(3, 'UTC')", DateTimeOffset.UnixEpoch.AddMilliseconds(-1)).ShouldBe(BitConverter.GetBytes(-1L));
        Body("DateTime64(9, 'UTC')", DateTimeOffset.UnixEpoch.AddTicks(1)).ShouldBe(BitConverter.GetBytes(100L));
        Body("Date", new DateOnly(1970, 1, 3)).ShouldBe([2, 0]);
        Body("Date32", new DateOnly(1969, 12, 31)).ShouldBe(BitConverter.GetBytes(-1));
    }

    [Fact]
    public void DateTime64_FinerThanTheColumn_IsCutToTheEarlier()
    {
        Body("DateTime64(3, 'UTC')", DateTimeOffset.UnixEpoch.AddTicks(19_999)).ShouldBe(BitConverter.GetBytes(1L));
        Body("DateTime64(3, 'UTC')", DateTimeOffset.UnixEpoch.AddTicks(-1)).ShouldBe(BitConverter.GetBytes(-1L));
    }

    public static TheoryData<string, object, string> Unfit => new()
    {
        { "Decimal(9, 2)", 1.005m, "decimal places" },
        { "Decimal(9, 2)", 10_000_000m, "more digits" },
        { "Decimal(9, 2)", -10_000_000m, "more digits" },
        { "Decimal(40, 38)", 100m, "more digits" },
        { "Decimal(38, 20)", decimal.MaxValue, "too large" },
        { "UInt8", -1, "does not fit into byte" },
        { "Int16", 40_000L, "does not fit into short" },
        { "FixedString(2)", "abc", "FixedString(2)" },
        { "FixedString(1)", "é", "FixedString(1)" },
        { "Date", new DateOnly(1969, 12, 31), "range of Date" },
        { "Date", new DateOnly(2149, 6, 7), "range of Date" },
        { "Date32", new DateOnly(1899, 12, 31), "range of Date32" },
        { "DateTime('UTC')", DateTimeOffset.UnixEpoch.AddSeconds(-1), "range of DateTime" },
        { "DateTime64(6, 'UTC')", new DateTimeOffset(1899, 12, 31, 0, 0, 0, TimeSpan.Zero), "range of DateTime64" },
        { "DateTime64(9, 'UTC')", new DateTimeOffset(2299, 1, 1, 0, 0, 0, TimeSpan.Zero), "range of DateTime64(9)" },
        { "Enum8('new' = 1)", Standing.AtRisk, "not a member" },
        { "Enum8('new' = 1)", "other", "not a member" },
        { "Float32", 0.1, "not exactly a Float32" },
        { "IPv4", IPAddress.Parse("2001:db8::1"), "not an address" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Write_ValueThatDoesNotFit_IsRefusedWithItsReason(string type, object value, string reason)
    {
        var body = typeof(CodecTests).GetMethod(nameof(Body), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(value.GetType())
            .CreateDelegate(typeof(Func<,,>).MakeGenericType(typeof(string), value.GetType(), typeof(byte[])));

        var exception = Should.Throw<System.Reflection.TargetInvocationException>(() => body.DynamicInvoke(type, value));

        exception.InnerException.ShouldBeOfType<ValueException>().Message.ShouldContain(reason);
    }

    [Fact]
    public void Write_NullWhereTheColumnHasNone_IsRefused()
    {
        Should.Throw<ValueException>(() => Body<string?>("String", null));
        Should.Throw<ValueException>(() => Body<int?>("Int32", null));
        Should.Throw<ValueException>(() => Body<int[]?>("Array(Int32)", null));
    }

    [Fact]
    public async Task Read_DecimalWithMoreDigitsThanDotNetHolds_IsRefused()
    {
        var columns = RowBytes.Columns(("n", "Decimal(38, 0)"));

        await Should.ThrowAsync<ValueException>(() => RowBytes.ReadAsync<decimal>(columns, Body("Int128", Int128.MaxValue)));
    }

    [Fact]
    public async Task Read_DecimalWithZerosThatDotNetCannotKeep_IsStillExact()
    {
        var columns = RowBytes.Columns(("n", "Decimal(38, 30)"));
        var body = Body("Int128", Int128.CreateChecked(15) * DecimalParts.PowerOfTen(29));

        (await RowBytes.ReadAsync<decimal>(columns, body)).ShouldBe([1.5m]);
    }

    [Fact]
    public async Task Read_EnumMemberUnknownToDotNet_IsRefused()
    {
        var columns = RowBytes.Columns(("standing", "Enum8('new' = 1, 'brand-new' = 2)"));

        await Should.ThrowAsync<ValueException>(() => RowBytes.ReadAsync<Standing>(columns, [2]));
    }

    [Fact]
    public async Task Read_RepeatedTexts_AreOneObjectEach()
    {
        var columns = RowBytes.Columns(("country", "LowCardinality(String)"));
        string[] countries = [.. Enumerable.Range(0, 20).Select(i => $"Country {i}"), new string('x', 500)];

        var rows = await RowBytes.ReadAsync<string>(columns, RowBytes.Body(columns, [.. countries, .. countries]));

        rows.ShouldBe([.. countries, .. countries]);

        // Which texts share one of the 256 places differs from run to run, and those that do are made again. Of 20 texts there are 0.74 such pairs on
        // average; that 18 texts are made again takes 9 pairs at least, which happens less often than once in a million runs.
        countries.Index().Count(country => ReferenceEquals(rows[country.Index], rows[country.Index + countries.Length])).ShouldBeGreaterThan(2);
    }

    private static byte[] Body<T>(string type, T value) => RowBytes.Body(RowBytes.Columns(("value", type)), value);
}
