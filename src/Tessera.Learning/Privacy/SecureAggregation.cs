using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tessera.Learning.Privacy;

/// <summary>Adds up what many parties hold so that nobody sees more than the sum, by masks that cancel.</summary>
/// <remarks>
/// Every two parties share a secret seed. Each adds to its numbers the masks of the seeds it shares with later parties and subtracts those it shares with
/// earlier ones; each masked vector alone is uniformly random, and in the sum of all the masks cancel. If a party drops out, the others reveal the
/// seeds they shared with it, and only those. Arithmetic is modulo 2⁶⁴ on fixed-point numbers, so that sums are exact. Pure functions: agreeing on seeds and
/// carrying messages are the caller's part.
/// <para>Reference: Bonawitz and others (2017), Practical Secure Aggregation for Privacy-Preserving Machine Learning, CCS 2017, with seeds agreed on beforehand in place of
/// its key agreement and secret sharing.</para>
/// </remarks>
public static class SecureAggregation
{
    /// <summary>How many bytes a shared seed has.</summary>
    public const int SeedBytes = 32;

    // 2⁻²⁴ of precision leaves 39 bits for the whole part of a sum.
    private const double Scale = 1 << 24;
    private const double Largest = 1L << 38;

    /// <summary>A party's numbers, masked. O(parties × numbers).</summary>
    /// <param name="values">The numbers, finite; the sum over all parties must stay below 2³⁸.</param>
    /// <param name="self">The party's own number.</param>
    /// <param name="seeds">The seeds shared with every other party, by the other's number; 32 bytes each.</param>
    /// <param name="round">The round, never used twice with the same seeds: masks must not repeat.</param>
    /// <exception cref="ArgumentException">A value is too large or not finite, or a seed has another length.</exception>
    public static ulong[] Mask(ReadOnlySpan<double> values, int self, IReadOnlyDictionary<int, byte[]> seeds, long round)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var masked = new ulong[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i]) < Largest))
            {
                throw new ArgumentException($"Value {i + 1} is not a finite number below 2^38.", nameof(values));
            }

            masked[i] = unchecked((ulong)(long)Math.Round(values[i] * Scale));
        }

        foreach (var (other, seed) in seeds)
        {
            AddMask(masked, seed, round, subtract: other < self, nameof(seeds));
        }

        return masked;
    }

    /// <summary>The sum of the numbers of all parties whose masked vectors arrived. O(parties × numbers).</summary>
    /// <param name="masked">The masked vectors, by the party's number; equally long.</param>
    /// <param name="revealed">Seeds between a party that arrived and one that dropped out, by their two numbers in this order; empty if nobody did.</param>
    /// <param name="round">The round the vectors were masked for.</param>
    /// <exception cref="ArgumentException">Vectors differ in length, or a revealed seed belongs to two parties that arrived or to none.</exception>
    public static double[] Sum(
        IReadOnlyDictionary<int, ulong[]> masked, IReadOnlyDictionary<(int Arrived, int Dropped), byte[]> revealed, long round)
    {
        ArgumentNullException.ThrowIfNull(masked);
        ArgumentNullException.ThrowIfNull(revealed);
        var length = masked.Values.Select(vector => vector.Length).FirstOrDefault();
        var sum = new ulong[length];
        foreach (var vector in masked.Values)
        {
            if (vector.Length != length)
            {
                throw new ArgumentException("All masked vectors must be equally long.", nameof(masked));
            }

            for (var i = 0; i < length; i++)
            {
                sum[i] = unchecked(sum[i] + vector[i]);
            }
        }

        foreach (var ((arrived, dropped), seed) in revealed)
        {
            if (!masked.ContainsKey(arrived) || masked.ContainsKey(dropped))
            {
                throw new ArgumentException($"A seed is revealed only between a party that arrived and one that dropped out, not between {arrived} and {dropped}.", nameof(revealed));
            }

            // What the party that arrived had added is taken off again.
            AddMask(sum, seed, round, subtract: dropped > arrived, nameof(revealed));
        }

        return [.. sum.Select(value => unchecked((long)value) / Scale)];
    }

    // Masks are the output of HMAC-SHA-256 on round and counter, with the seed as its key: a pseudo-random function.
    private static void AddMask(ulong[] target, byte[] seed, long round, bool subtract, string parameter)
    {
        if (seed.Length != SeedBytes)
        {
            throw new ArgumentException($"A seed has {SeedBytes} bytes, not {seed.Length}.", parameter);
        }

        Span<byte> block = stackalloc byte[16];
        Span<byte> output = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(block, round);
        for (var i = 0; i < target.Length; i++)
        {
            var word = i % 4;
            if (word == 0)
            {
                BinaryPrimitives.WriteInt64LittleEndian(block[8..], i / 4);
                HMACSHA256.HashData(seed, block, output);
            }

            var mask = BinaryPrimitives.ReadUInt64LittleEndian(output[(8 * word)..]);
            target[i] = unchecked(subtract ? target[i] - mask : target[i] + mask);
        }
    }
}
