using System.Net;
using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Tests.Support;

public enum Standing
{
    New,
    AtRisk,
    CantLoseThem,
}

public sealed record Product(string Sku, decimal Price);

/// <summary>A row with every type that the client knows.</summary>
public sealed record EveryType(
    int Id,
    bool Flag,
    sbyte Signed8,
    short Signed16,
    int Signed32,
    long Signed64,
    Int128 Signed128,
    BigInteger Signed256,
    byte Unsigned8,
    ushort Unsigned16,
    uint Unsigned32,
    ulong Unsigned64,
    UInt128 Unsigned128,
    BigInteger Unsigned256,
    float Float32,
    double Float64,
    decimal Decimal32,
    decimal Decimal64,
    decimal Decimal128,
    decimal Decimal256,
    string Text,
    string Repeated,
    string? MaybeRepeated,
    string Fixed,
    byte[] Bytes,
    Guid Uuid,
    DateOnly Day,
    DateOnly WideDay,
    DateTimeOffset Second,
    DateTimeOffset Microsecond,
    Standing Standing8,
    Standing? Standing16,
    string StandingText,
    IPAddress Address4,
    IPAddress Address6,
    int? MaybeNumber,
    decimal? MaybeDecimal,
    string? MaybeText,
    DateTimeOffset? MaybeSecond,
    Guid[] Uuids,
    IReadOnlyList<string?> MaybeTexts,
    List<int[]> Lists,
    IReadOnlyDictionary<string, decimal> Amounts,
    Dictionary<Guid, string[]> Names,
    (string First, long? Second) Pair,
    Product Bought,
    Product[] Basket)
{
    private static readonly (string Name, string Type)[] Definitions =
    [
        ("id", "Int32"),
        ("flag", "Bool"),
        ("signed8", "Int8"),
        ("signed16", "Int16"),
        ("signed32", "Int32"),
        ("signed64", "Int64"),
        ("signed128", "Int128"),
        ("signed256", "Int256"),
        ("unsigned8", "UInt8"),
        ("unsigned16", "UInt16"),
        ("unsigned32", "UInt32"),
        ("unsigned64", "UInt64"),
        ("unsigned128", "UInt128"),
        ("unsigned256", "UInt256"),
        ("float32", "Float32"),
        ("float64", "Float64"),
        ("decimal32", "Decimal(9, 4)"),
        ("decimal64", "Decimal(18, 6)"),
        ("decimal128", "Decimal(38, 10)"),
        ("decimal256", "Decimal(76, 20)"),
        ("text", "String"),
        ("repeated", "LowCardinality(String)"),
        ("maybe_repeated", "LowCardinality(Nullable(String))"),
        ("fixed", "FixedString(8)"),
        ("bytes", "String"),
        ("uuid", "UUID"),
        ("day", "Date"),
        ("wide_day", "Date32"),
        ("second", "DateTime('UTC')"),
        ("microsecond", "DateTime64(6, 'UTC')"),
        ("standing8", "Enum8('new' = -5, 'at-risk' = 0, 'cant-lose-them' = 100)"),
        ("standing16", "Nullable(Enum16('new' = 1, 'at-risk' = 2, 'cant-lose-them' = 3000))"),
        ("standing_text", "Enum8('new' = 1, 'at-risk' = 2)"),
        ("address4", "IPv4"),
        ("address6", "IPv6"),
        ("maybe_number", "Nullable(Int32)"),
        ("maybe_decimal", "Nullable(Decimal(18, 4))"),
        ("maybe_text", "Nullable(String)"),
        ("maybe_second", "Nullable(DateTime64(3, 'UTC'))"),
        ("uuids", "Array(UUID)"),
        ("maybe_texts", "Array(Nullable(String))"),
        ("lists", "Array(Array(Int32))"),
        ("amounts", "Map(LowCardinality(String), Decimal(18, 4))"),
        ("names", "Map(UUID, Array(String))"),
        ("pair", "Tuple(String, Nullable(Int64))"),
        ("bought", "Tuple(sku String, price Decimal(18, 4))"),
        ("basket", "Array(Tuple(sku String, price Decimal(18, 4)))"),
    ];

    internal static IReadOnlyList<Column> Columns { get; } = RowBytes.Columns(Definitions);

    internal static string ColumnsSql { get; } =
        string.Join(",\n", Definitions.Select(column => $"{TableName.Quote(column.Name)} {column.Type}"));
}
