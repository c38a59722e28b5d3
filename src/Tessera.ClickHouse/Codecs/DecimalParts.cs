namespace Tessera.ClickHouse.Codecs;

/// <summary>Takes decimals apart into a whole number and a power of ten, exactly.</summary>
internal static class DecimalParts
{
    /// <summary>The most decimal places that a .NET decimal holds.</summary>
    public const int LargestScale = 28;

    private static readonly Int128[] Powers = MakePowers();

    /// <summary>The largest whole number inside a .NET decimal: 96 bits.</summary>
    public static Int128 LargestMantissa { get; } = (Int128.One << 96) - 1;

    /// <summary>Ten to the power of 0 to 38.</summary>
    public static Int128 PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>The decimal <paramref name="mantissa"/> · 10^-<paramref name="scale"/>.</summary>
    /// <exception cref="ValueException">It has more digits than a decimal holds.</exception>
    public static decimal Compose(Int128 mantissa, int scale)
    {
        var magnitude = Int128.Abs(mantissa);
        while (magnitude > LargestMantissa || scale > LargestScale)
        {
            var (quotient, remainder) = Int128.DivRem(magnitude, 10);
            if (remainder != 0 || scale == 0)
            {
                throw new ValueException("the value has more digits than a .NET decimal holds (28); cast it in the query.");
            }

            magnitude = quotient;
            scale--;
        }

        var bits = (UInt128)magnitude;
        return new decimal(
            unchecked((int)(uint)bits),
            unchecked((int)(uint)(bits >> 32)),
            unchecked((int)(uint)(bits >> 64)),
            mantissa < 0,
            (byte)scale);
    }

    /// <summary>The whole number and the decimal places of <paramref name="value"/>, of which at most <paramref name="most"/> remain.</summary>
    /// <exception cref="ValueException">It has more decimal places.</exception>
    public static (Int128 Mantissa, int Places) Split(decimal value, int most)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((Int128)unchecked((uint)bits[2]) << 64) | ((Int128)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        var places = (bits[3] >> 16) & 0x7F;
        for (; places > most; places--)
        {
            var (quotient, remainder) = Int128.DivRem(mantissa, 10);
            mantissa = remainder == 0
                ? quotient
                : throw new ValueException($"{value} has more than {most} decimal places; round it before inserting.");
        }

        return (decimal.IsNegative(value) ? -mantissa : mantissa, places);
    }

    /// <summary>The whole number <paramref name="value"/> · 10^<paramref name="scale"/>.</summary>
    /// <exception cref="ValueException">It is not whole, or too large.</exception>
    public static Int128 Scale(decimal value, int scale)
    {
        var (mantissa, places) = Split(value, scale);
        try
        {
            return mantissa * Powers[scale - places];
        }
        catch (OverflowException)
        {
            throw new ValueException($"{value} is too large for {scale} decimal places.");
        }
    }

    private static Int128[] MakePowers()
    {
        var powers = new Int128[39];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
