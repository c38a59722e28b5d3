using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Decimal(P, S) with P up to 38 as decimal. Nothing is rounded: what does not fit either way is an error.</summary>
internal sealed class DecimalCodec<TWire>(int precision, int scale) : Codec<decimal>
    where TWire : unmanaged, IBinaryInteger<TWire>
{
    private readonly Int128 limit = DecimalParts.PowerOfTen(precision);

    public override decimal Read(RowReader reader) =>
        DecimalParts.Compose(Int128.CreateChecked(reader.Read<TWire>()), scale);

    public override void Write(RowWriter writer, decimal value)
    {
        var scaled = DecimalParts.Scale(value, scale);
        if (scaled >= limit || scaled <= -limit)
        {
            throw new ValueException($"{value} has more digits than Decimal({precision}, {scale}) holds.");
        }

        writer.Write(TWire.CreateChecked(scaled));
    }
}
