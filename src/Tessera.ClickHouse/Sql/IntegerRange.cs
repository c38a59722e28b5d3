using System.Numerics;

namespace Tessera.ClickHouse.Sql;

/// <summary>The values that a whole-number type holds.</summary>
internal sealed record IntegerRange(BigInteger Least, BigInteger Greatest)
{
    private static readonly Dictionary<string, IntegerRange> Ranges = new[] { 8, 16, 32, 64, 128, 256 }
        .SelectMany(bits => new[]
        {
            KeyValuePair.Create($"Int{bits}", new IntegerRange(-(BigInteger.One << (bits - 1)), (BigInteger.One << (bits - 1)) - 1)),
            KeyValuePair.Create($"UInt{bits}", new IntegerRange(0, (BigInteger.One << bits) - 1)),
        })
        .ToDictionary(StringComparer.Ordinal);

    public static IntegerRange? Of(string typeName) => Ranges.GetValueOrDefault(typeName);

    public bool Contains(BigInteger number) => number >= Least && number <= Greatest;
}
