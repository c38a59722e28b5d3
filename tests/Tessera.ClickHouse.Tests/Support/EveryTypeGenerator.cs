using System.Net;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Tessera.ClickHouse.Tests.Support;

/// <summary>Random rows of every type, edges included. Values lie in the ranges that their columns hold.</summary>
internal static class EveryTypeGenerator
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    // Rows draw from one seeded stream of numbers that the property's own generator makes: shrinking a row of 47 values is no help,
    // the seed and the value that differs are.
    public static Arbitrary<int> Seeds => ArbMap.Default.ArbFor<int>();

    public static EveryType Row(int id, Random random) => new(
        id,
        random.Next(2) == 0,
        Edge(random, sbyte.MinValue, sbyte.MaxValue, (sbyte)random.Next(-128, 128)),
        Edge(random, short.MinValue, short.MaxValue, (short)random.Next(-32768, 32768)),
        Edge(random, int.MinValue, int.MaxValue, random.Next()),
        Edge(random, long.MinValue, long.MaxValue, random.NextInt64(long.MinValue, long.MaxValue)),
        Edge(random, Int128.MinValue, Int128.MaxValue, new Int128((ulong)random.NextInt64(), (ulong)random.NextInt64())),
        Edge(random, -BigInteger.Pow(2, 255), BigInteger.Pow(2, 255) - 1, Wide(random)),
        Edge(random, byte.MinValue, byte.MaxValue, (byte)random.Next(256)),
        Edge(random, ushort.MinValue, ushort.MaxValue, (ushort)random.Next(65536)),
        Edge(random, uint.MinValue, uint.MaxValue, (uint)random.NextInt64(uint.MaxValue)),
        Edge(random, ulong.MinValue, ulong.MaxValue, (ulong)random.NextInt64()),
        Edge(random, UInt128.MinValue, UInt128.MaxValue, new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64())),
        Edge(random, BigInteger.Zero, BigInteger.Pow(2, 256) - 1, BigInteger.Abs(Wide(random))),
        Edge(random, float.NegativeInfinity, float.MaxValue, random.NextSingle()),
        Edge(random, double.Epsilon, double.PositiveInfinity, random.NextDouble() * Math.Pow(10, random.Next(-300, 300))),
        Edge(random, -99999.9999m, 99999.9999m, Scaled(random, 1_000_000_000, 4)),
        Edge(random, -999_999_999_999.999999m, 999_999_999_999.999999m, Scaled(random, 1_000_000_000_000_000_000, 6)),
        Edge(random, -999_999_999_999_999_999.9999999999m, 0m, Scaled(random, long.MaxValue, 10)),
        Edge(random, decimal.MinValue, decimal.MaxValue, Scaled(random, long.MaxValue, 20)),
        Text(random),
        Pick(random, "", "sale", "return", "Ελλάδα"),
        Pick(random, null, "", "EUR"),
        Pick(random, "", "12345678", "é"),
        Bytes(random, random.Next(20)),
        new Guid(Bytes(random, 16)),
        Edge(random, new DateOnly(1970, 1, 1), new DateOnly(2149, 6, 6), new DateOnly(1970, 1, 1).AddDays(random.Next(60_000))),
        Edge(random, new DateOnly(1900, 1, 1), new DateOnly(2299, 12, 31), new DateOnly(1900, 1, 1).AddDays(random.Next(140_000))),
        Edge(random, Epoch, Epoch.AddSeconds(uint.MaxValue), Epoch.AddSeconds(random.NextInt64(uint.MaxValue))),
        Microseconds(random),
        (Standing)random.Next(3),
        random.Next(3) == 0 ? null : (Standing)random.Next(3),
        Pick(random, "new", "at-risk"),
        new IPAddress(Bytes(random, 4)),
        new IPAddress(Bytes(random, 16)),
        random.Next(3) == 0 ? null : random.Next(),
        random.Next(3) == 0 ? null : Scaled(random, 1_000_000_000, 4),
        random.Next(3) == 0 ? null : Text(random),
        random.Next(3) == 0 ? null : Epoch.AddMilliseconds(random.NextInt64(-2_000_000_000_000, 2_000_000_000_000)),
        Many(random, () => new Guid(Bytes(random, 16))),
        Many(random, () => random.Next(3) == 0 ? null : Text(random)),
        [.. Many(random, () => Many(random, () => random.Next(-9, 9)))],
        Many(random, () => Text(random)).Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => Scaled(random, 1_000_000, 4), StringComparer.Ordinal),
        Many(random, () => new Guid(Bytes(random, 16))).ToDictionary(key => key, _ => Many(random, () => Text(random))),
        (Text(random), random.Next(2) == 0 ? null : random.NextInt64()),
        new Product(Text(random), Scaled(random, 1_000_000, 4)),
        Many(random, () => new Product(Text(random), Scaled(random, 1_000_000, 4))));

    public static List<EveryType> Rows(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Row(i, random))];
    }

    // All characters that any of the notations on the way could trip over, blank lines among them.
    private static string Text(Random random) => random.Next(8) switch
    {
        0 => "",
        1 => "\n\n; DROP TABLE x; \0 -- '\"`\\",
        2 => @"\N\t\\",
        3 => "日本語 🛒 e\u0301",
        4 => new string('x', random.Next(300)),
        _ => string.Concat(Many(random, () => (char)random.Next(1, 0x250))),
    };

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static BigInteger Wide(Random random) => new(Bytes(random, 31));

    private static decimal Scaled(Random random, long limit, byte scale)
    {
        var number = random.NextInt64(limit);
        return new decimal(unchecked((int)number), unchecked((int)(number >> 32)), 0, random.Next(2) == 0, scale);
    }

    private static DateTimeOffset Microseconds(Random random) =>
        Edge(
            random,
            new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2299, 12, 31, 23, 59, 59, TimeSpan.Zero),
            Epoch.AddMicroseconds(random.NextInt64(-1_000_000_000_000_000, 5_000_000_000_000_000)));

    private static T[] Many<T>(Random random, Func<T> make) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => make())];

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static T Edge<T>(Random random, T lowest, T highest, T other) => random.Next(6) switch { 0 => lowest, 1 => highest, _ => other };
}
