namespace Tessera.Simulation.Randomness;

/// <summary>
/// The SplitMix64 generator: a counter with a mixing function. It turns keys into well-spread seeds; numbers for the
/// simulation itself come from <see cref="RandomStream"/>.
/// </summary>
/// <remarks>
/// Reference: Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators, OOPSLA, with the mixing
/// constants of Stafford's variant 13 as published by S. Vigna.
/// </remarks>
internal struct SplitMix64(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state = unchecked(state + GoldenGamma);
        return Mix(state);
    }

    /// <summary>A bijection of 64-bit words in which every input bit reaches every output bit.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>Joins a word to a key. For one key, different words give different results.</summary>
    public static ulong Combine(ulong key, ulong word) => unchecked(Mix(key + GoldenGamma + (word * 0xD1342543DE82EF95)));
}
