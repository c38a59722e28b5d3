using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Decimal(P, S) with P from 39 to 76 as decimal; a value with more than 28 digits is an error.</summary>
internal sealed class WideDecimalCodec(int precision, int scale) : Codec<decimal>
{
    private static readonly WideIntegerCodec Wire = new(isSigned: true);

    private readonly BigInteger limit = BigInteger.Pow(10, precision);

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
        var (mantissa, places) = DecimalParts.Split(value, scale);
        var scaled = mantissa * BigInteger.Pow(10, scale - places);
        Wire.Write(writer, BigInteger.Abs(scaled) < limit
            ? scaled
            : throw new ValueException($"{value} has more digits than Decimal({precision}, {scale}) holds."));
    }

    private static BigInteger DivideExactly(BigInteger mantissa)
    {
        var (quotient, remainder) = BigInteger.DivRem(mantissa, 10);
        return remainder.IsZero ? quotient : throw TooLong();
    }

    private static ValueException TooLong() => new("the value has more digits than a .NET decimal holds (28); cast it in the query.");
}
