using System.Security.Cryptography;

namespace Tessera.Learning.Privacy;

/// <summary>Exact draws from the distributions that privacy needs, out of uniform integers alone.</summary>
/// <remarks>
/// Noise computed in floating point leaks: some results are impossible for one input and possible for its neighbour. These samplers
/// use integers and rational probabilities only, so that the distribution is exactly the one that was proved to be private.
/// <para>Reference: Canonne, Kamath and Steinke (2020), The Discrete Gaussian for Differential Privacy, NeurIPS 2020, algorithms 1 to 3;
/// Mironov (2012), On Significance of the Least Significant Bits for Differential Privacy, CCS 2012.</para>
/// </remarks>
/// <param name="seeded">A seeded source, for tests; null for the cryptographic one of the system.</param>
internal sealed class PrivateRandom(Random? seeded)
{
    /// <summary>True with probability exp(−numerator / denominator), both at least 0.</summary>
    public bool BernoulliExp(Int128 numerator, Int128 denominator)
    {
        for (; numerator > denominator; numerator -= denominator)
        {
            if (!BernoulliExpAtMostOne(1, 1))
            {
                return false;
            }
        }

        return BernoulliExpAtMostOne(numerator, denominator);
    }

    /// <summary>An integer z with probability proportional to exp(−|z| · denominator / numerator).</summary>
    public long DiscreteLaplace(long numerator, long denominator)
    {
        while (true)
        {
            var remainder = Below(numerator);
            if (!BernoulliExp(remainder, numerator))
            {
                continue;
            }

            Int128 whole = 0;
            while (BernoulliExpAtMostOne(1, 1))
            {
                whole++;
            }

            var magnitude = (long)((remainder + (numerator * whole)) / denominator);
            var negative = Below(2) == 1;
            if (!(negative && magnitude == 0))
            {
                return negative ? -magnitude : magnitude;
            }
        }
    }

    /// <summary>An integer z with probability proportional to exp(−z² / (2 σ²)), where σ² = numerator / denominator.</summary>
    public long DiscreteGaussian(long numerator, long denominator)
    {
        var scale = (long)Math.Floor(Math.Sqrt((double)numerator / denominator)) + 1;
        while (true)
        {
            var candidate = DiscreteLaplace(scale, 1);

            // exp(−(|z| − σ²/t)² / (2σ²)) with σ² = n / d, as a fraction of integers: (|z| t d − n)² / (2 n d t²).
            var distance = ((Int128)Math.Abs(candidate) * scale * denominator) - numerator;
            if (BernoulliExp(distance * distance, 2 * (Int128)numerator * denominator * scale * scale))
            {
                return candidate;
            }
        }
    }

    /// <summary>A uniform integer from 0 to one below the bound.</summary>
    public Int128 Below(Int128 bound)
    {
        if (bound <= 1)
        {
            return 0;
        }

        // As many bits as the largest result has; what is above it is drawn again.
        var bits = 128 - (int)Int128.LeadingZeroCount(bound - 1);
        var mask = (UInt128.One << bits) - 1;
        Span<byte> bytes = stackalloc byte[16];
        while (true)
        {
            Fill(bytes[..((bits + 7) / 8)]);
            var draw = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(bytes) & mask;
            if (draw < (UInt128)bound)
            {
                return (Int128)draw;
            }
        }
    }

    // Algorithm 1 for γ ≤ 1: whether the first failure of trials with probabilities γ, γ/2, γ/3 … has an odd number.
    private bool BernoulliExpAtMostOne(Int128 numerator, Int128 denominator)
    {
        Int128 k = 1;
        while (Below(denominator * k) < numerator)
        {
            k++;
        }

        return Int128.IsOddInteger(k);
    }

    private void Fill(Span<byte> bytes)
    {
        if (seeded is null)
        {
            RandomNumberGenerator.Fill(bytes);
        }
        else
        {
            seeded.NextBytes(bytes);
        }
    }
}
