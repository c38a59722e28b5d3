using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>A whole number carried by a .NET type of another width or sign; what does not fit is an error.</summary>
internal sealed class IntegerCodec<TWire, TValue> : Codec<TValue>
    where TWire : unmanaged, IBinaryInteger<TWire>
    where TValue : IBinaryInteger<TValue>
{
    public override TValue Read(RowReader reader) => Convert<TWire, TValue>(reader.Read<TWire>());

    public override void Write(RowWriter writer, TValue value) => writer.Write(Convert<TValue, TWire>(value));

    private static TTo Convert<TFrom, TTo>(TFrom value)
        where TFrom : IBinaryInteger<TFrom>
        where TTo : IBinaryInteger<TTo>
    {
        try
        {
            return TTo.CreateChecked(value);
        }
        catch (OverflowException)
        {
            throw new ValueException($"{value} does not fit into {TypeNames.Of(typeof(TTo))}.");
        }
    }
}
