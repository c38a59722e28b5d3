using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Tessera.Server.Imports.Orders;

/// <summary>By what a line is recognised when it comes again: when, what, how many, how much. Kind, customer and country may be corrected by a later export.</summary>
internal static class LineKey
{
    private const int NumbersLength = 3 * sizeof(long);
    private const int LongestOnStack = 512;

    /// <summary>The key of a line. Keys are stored: what they are made of must stay as it is.</summary>
    /// <param name="microseconds">The line's time, in microseconds since 1970.</param>
    /// <param name="quantity">The quantity, in ten-thousandths.</param>
    /// <param name="amount">The original amount, in ten-thousandths.</param>
    /// <param name="line">The line, for its currency and product.</param>
    public static UInt128 Of(long microseconds, long quantity, long amount, StagedOrderLine line)
    {
        // A product is known by its code, or by its description when it has none.
        var product = line.Sku.IsEmpty ? line.Description.Utf8 : line.Sku.Utf8;
        var length = NumbersLength + 1 + Encoding.UTF8.GetMaxByteCount(line.OriginalCurrency.Length) + 1 + product.Length;
        var rented = length > LongestOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var content = rented ?? stackalloc byte[LongestOnStack];
        BinaryPrimitives.WriteInt64LittleEndian(content, microseconds);
        BinaryPrimitives.WriteInt64LittleEndian(content[sizeof(long)..], quantity);
        BinaryPrimitives.WriteInt64LittleEndian(content[(2 * sizeof(long))..], amount);
        content[NumbersLength] = line.Sku.IsEmpty ? (byte)1 : (byte)0;
        var used = NumbersLength + 1;
        used += Encoding.UTF8.GetBytes(line.OriginalCurrency, content[used..]);
        content[used++] = 0;
        product.CopyTo(content[used..]);
        var key = ContentHash.Of(content[..(used + product.Length)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return key;
    }
}
