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
    private readonly bool mayBreakOff;
    private long count;

    /// <param name="compressed">The gzip data.</param>
    /// <param name="fileName">The file's name, for messages.</param>
    /// <param name="mayBreakOff">Whether the data is only the beginning of a file, so that its missing end is no damage.</param>
    public GunzipStream(Stream compressed, string fileName, bool mayBreakOff)
        : base(new GZipStream(compressed, CompressionMode.Decompress))
    {
        this.fileName = fileName;
        this.mayBreakOff = mayBreakOff;
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = Inner.Read(buffer);
            count += read;
            return read;
        }
        catch (InvalidDataException) when (mayBreakOff && count > 0)
        {
            return 0;
        }
        catch (InvalidDataException failure)
        {
            throw ImportErrors.GzipDamaged(fileName, count, failure);
        }
    }
}
