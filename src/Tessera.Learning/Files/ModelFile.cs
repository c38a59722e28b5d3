using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Learning.Files;

/// <summary>The envelope of every model file: a magic word, the kind of model with its version, the content, and a checksum.</summary>
/// <remarks>
/// Layout, little endian: eight bytes <c>TESSMODL</c>; version of the content, 2 bytes; length of the kind, 2 bytes; the kind in UTF-8; length of the
/// content, 4 bytes; the content; SHA-256 of everything before it. The content is numbers and texts, never code.
/// </remarks>
internal static class ModelFile
{
    private const int HeaderBytes = 12;
    private static ReadOnlySpan<byte> Magic => "TESSMODL"u8;

    /// <summary>Puts content into its envelope.</summary>
    public static byte[] Seal(string kind, ushort version, ReadOnlySpan<byte> content)
    {
        var name = Encoding.UTF8.GetBytes(kind);
        var file = new byte[HeaderBytes + name.Length + 4 + content.Length + SHA256.HashSizeInBytes];
        var rest = file.AsSpan();
        Magic.CopyTo(rest);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[8..], version);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[10..], (ushort)name.Length);
        name.CopyTo(rest[HeaderBytes..]);
        BinaryPrimitives.WriteInt32LittleEndian(rest[(HeaderBytes + name.Length)..], content.Length);
        content.CopyTo(rest[(HeaderBytes + name.Length + 4)..]);
        SHA256.HashData(file.AsSpan(0, file.Length - SHA256.HashSizeInBytes), file.AsSpan(file.Length - SHA256.HashSizeInBytes));
        return file;
    }

    /// <summary>Takes content out of its envelope.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="kind">The kind of model that is expected.</param>
    /// <param name="newest">The newest version of its content that this program reads.</param>
    /// <exception cref="ModelFileException">It is no model file, another kind, newer than this program, or damaged.</exception>
    public static (ushort Version, ReadOnlyMemory<byte> Content) Open(ReadOnlyMemory<byte> file, string kind, ushort newest)
    {
        var bytes = file.Span;
        if (bytes.Length < HeaderBytes || !bytes.StartsWith(Magic))
        {
            throw new ModelFileException("This is not a model file: it does not begin with TESSMODL.");
        }

        var body = bytes.Length - SHA256.HashSizeInBytes;
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        if (body >= HeaderBytes)
        {
            SHA256.HashData(bytes[..body], sum);
        }

        if (body < HeaderBytes || !sum.SequenceEqual(bytes[body..]))
        {
            throw new ModelFileException("The model file is damaged or cut off: its checksum does not fit.");
        }

        // From here on the file is as it was written, so that its lengths can be trusted.
        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        var name = Encoding.UTF8.GetString(bytes.Slice(HeaderBytes, nameLength));
        if (name != kind)
        {
            throw new ModelFileException($"The file holds a model of the kind {name}, not {kind}.");
        }

        if (version > newest)
        {
            throw new ModelFileException($"The file was written by a newer program: its version is {version}, and this program reads up to {newest}.");
        }

        var start = HeaderBytes + nameLength + 4;
        return (version, file[start..body]);
    }
}
