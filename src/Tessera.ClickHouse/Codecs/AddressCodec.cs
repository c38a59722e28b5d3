using System.Net;
using System.Net.Sockets;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>IPv4 and IPv6 as IPAddress. IPv4 is a little-endian number on the wire, IPv6 its bytes in network order.</summary>
internal sealed class AddressCodec(AddressFamily family) : Codec<IPAddress>
{
    private int Size => family == AddressFamily.InterNetwork ? 4 : 16;

    public override IPAddress Read(RowReader reader)
    {
        Span<byte> bytes = stackalloc byte[Size];
        reader.ReadBytes(Size).CopyTo(bytes);
        if (family == AddressFamily.InterNetwork)
        {
            bytes.Reverse();
        }

        return new IPAddress(bytes);
    }

    public override void Write(RowWriter writer, IPAddress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var address = family == AddressFamily.InterNetworkV6 ? value.MapToIPv6() : value;
        var bytes = writer.Reserve(Size);
        if (address.AddressFamily != family || !address.TryWriteBytes(bytes, out _))
        {
            throw new ValueException($"{value} is not an address of the column's kind.");
        }

        if (family == AddressFamily.InterNetwork)
        {
            bytes.Reverse();
        }
    }
}
