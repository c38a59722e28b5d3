using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Map(K, V) as a dictionary; of a key that occurs twice the last value counts, as in ClickHouse's own text form.</summary>
internal sealed class MapCodec<TKey, TValue, TMap>(Codec<TKey> key, Codec<TValue> value) : Codec<TMap>
    where TKey : notnull
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
{
    public override TMap Read(RowReader reader)
    {
        var count = reader.ReadLength();
        var map = new Dictionary<TKey, TValue>();
        for (var i = 0; i < count && !reader.IsIncomplete; i++)
        {
            var name = key.Read(reader);
            map[name] = value.Read(reader);
        }

        return (TMap)(object)map;
    }

    public override void Write(RowWriter writer, TMap map)
    {
        if (map is null)
        {
            throw new ValueException("null is not allowed, a Map is never NULL; use an empty one.");
        }

        writer.WriteLength(map.Count());
        foreach (var (name, item) in map)
        {
            key.Write(writer, name);
            value.Write(writer, item);
        }
    }
}
