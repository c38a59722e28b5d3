using System.IO.Compression;

namespace Tessera.Server.Imports.Reading;

/// <summary>Decompresses gzip and says in one sentence when the data is damaged or cut off.</summary>
/// <remarks>
/// A cut-off file is only noticed because the program runs with the switch <c>System.IO.Compression.UseStrictValidation</c>
/// (see <c>eng/Common.targets</c>); without it, .NET takes the missing end for the end.
/// </remarks>
internal sealed class GunzipStream : ForwardStream
{
    private readonly string fileName;
    private long count;

    public GunzipStream(Stream compressed, string fileName)
        : base(new GZipStream(compressed, CompressionMode.Decompress)) => this.fileName = fileName;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = Inner.Read(buffer);
            count += read;
            return read;
        }
        catch (InvalidDataException failure)
        {
            throw ImportErrors.GzipDamaged(fileName, count, failure);
        }
    }
}
