using System.IO.Compression;
using System.Text;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Tests.Imports;

/// <summary>A file to import that exists in memory only.</summary>
internal sealed class MemoryFile(byte[] bytes, string name = "orders.csv") : IImportFile
{
    public MemoryFile(string text, string name = "orders.csv")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public string Name => name;

    public long Length => bytes.Length;

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    public Stream Open() => new MemoryStream(bytes, writable: false);
}
