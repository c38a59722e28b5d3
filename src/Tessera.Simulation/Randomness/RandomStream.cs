using System.Numerics;
using System.Runtime.InteropServices;

namespace Tessera.Simulation.Randomness;

/// <summary>
/// One stream of uniform random numbers: xoshiro256**, seeded by SplitMix64 from a key. Equal keys give equal streams on every
/// machine; different keys give streams that are independent for all that a statistical test can tell.
/// </summary>
/// <remarks>
/// Reference: Blackman and Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47(4). The state is 32 bytes,
/// the period 2^256 − 1. A stream is a mutable value: pass it by reference, never copy it on the way.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Creates the stream of a key.</summary>
    public RandomStream(ulong key)
    {
        var seeds = new SplitMix64(key);
        s0 = seeds.Next();
        s1 = seeds.Next();
        s2 = seeds.Next();
        s3 = seeds.Next();
    }

    private RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    /// <summary>The generator in a given state, for checking against published output. Not all words may be zero.</summary>
    public static RandomStream FromState(ulong s0, ulong s1, ulong s2, ulong s3) => new(s0, s1, s2, s3);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            var shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>Uniform on [0, 1), a multiple of 2^−53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on (0, 1), never an end: safe to take the logarithm of.</summary>
    public double NextOpenDouble() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Uniform on 0, 1 … <paramref name="bound"/> − 1, without bias (Lemire 2019, ACM TOMACS 29(1)).</summary>
    /// <param name="bound">At least 1.</param>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        unchecked
        {
            var range = (ulong)bound;
            var high = Math.BigMul(NextBits(), range, out var low);
            if (low < range)
            {
                var threshold = (0UL - range) % range;
                while (low < threshold)
                {
                    high = Math.BigMul(NextBits(), range, out low);
                }
            }

            return (int)high;
        }
    }

    /// <summary>Uniform on <paramref name="lowest"/> … <paramref name="highest"/>, both included.</summary>
    public int NextInt(int lowest, int highest) => lowest + NextInt(highest - lowest + 1);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;
}
