using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Int256 and UInt256 as BigInteger.</summary>
internal sealed class WideIntegerCodec(bool isSigned) : Codec<BigInteger>
{
    private const int Size = 32;

    public override BigInteger Read(RowReader reader) => new(reader.ReadBytes(Size), isUnsigned: !isSigned);

    public override void Write(RowWriter writer, BigInteger value)
    {
        if (!isSigned && value.Sign < 0)
        {
            throw new ValueException($"{value} is negative, the column is not.");
        }

        Span<byte> bytes = stackalloc byte[Size];
        bytes.Fill(value.Sign < 0 ? byte.MaxValue : byte.MinValue);
        if (value.GetByteCount(isUnsigned: !isSigned) > Size || !value.TryWriteBytes(bytes, out _, isUnsigned: !isSigned))
        {
            throw new ValueException($"{value} does not fit into 256 bits.");
        }

        bytes.CopyTo(writer.Reserve(Size));
    }
}
