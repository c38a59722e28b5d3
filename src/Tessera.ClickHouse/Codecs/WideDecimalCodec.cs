using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Decimal(P, S) with P from 39 to 76 as decimal; a value with more than 28 digits is an error.</summary>
internal sealed class WideDecimalCodec(int scale) : Codec<decimal>
{
    private static readonly WideIntegerCodec Wire = new(isSigned: true);

    public override decimal Read(RowReader reader)
    {
        var mantissa = Wire.Read(reader);
        var remaining = scale;
        while (remaining > 0 && BigInteger.Abs(mantissa) > (BigInteger)DecimalParts.LargestMantissa)
        {
            mantissa = DivideExactly(mantissa);
            remaining--;
        }

        while (remaining > DecimalParts.LargestScale)
        {
            mantissa = DivideExactly(mantissa);
            remaining--;
        }

        return BigInteger.Abs(mantissa) <= (BigInteger)DecimalParts.LargestMantissa
            ? DecimalParts.Compose((Int128)mantissa, remaining)
            : throw TooLong();
    }

    public override void Write(RowWriter writer, decimal value)
    {
        var digits = Math.Min(scale, DecimalParts.LargestScale);
        Wire.Write(writer, DecimalParts.Scale(value, digits) * BigInteger.Pow(10, scale - digits));
    }

    private static BigInteger DivideExactly(BigInteger mantissa)
    {
        var (quotient, remainder) = BigInteger.DivRem(mantissa, 10);
        return remainder.IsZero ? quotient : throw TooLong();
    }

    private static ValueException TooLong() => new("the value has more digits than a .NET decimal holds (28); cast it in the query.");
}
