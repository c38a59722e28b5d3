using System.Numerics;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Enum8 or Enum16 as a .NET type with one value per name.</summary>
internal sealed class EnumCodec<TWire, TValue>(
    IReadOnlyDictionary<TWire, TValue> values,
    IReadOnlyDictionary<TValue, TWire> numbers)
    : Codec<TValue>
    where TWire : unmanaged, IBinaryInteger<TWire>
    where TValue : notnull
{
    public override TValue Read(RowReader reader)
    {
        var number = reader.Read<TWire>();
        if (values.TryGetValue(number, out var value))
        {
            return value;
        }

        return reader.IsIncomplete
            ? default!
            : throw new ValueException($"the member with number {number} has no counterpart in {TypeNames.Of(typeof(TValue))}.");
    }

    public override void Write(RowWriter writer, TValue value) =>
        writer.Write(value is not null && numbers.TryGetValue(value, out var number)
            ? number
            : throw new ValueException($"'{value}' is not a member of the column's type."));
}
