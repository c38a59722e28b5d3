using System.IO.Compression;
using System.Text;

namespace Tessera.Server.Imports.Reading;

/// <summary>Opens a file as whatever it is.</summary>
internal static class RecordSources
{
    /// <summary>Opens a table: CSV, TSV and their kin, XLSX or XLS, inside gzip or not.</summary>
    /// <exception cref="ImportException">It is empty or not a table.</exception>
    public static RecordSource OpenTable(IImportFile file, ReadingOptions options, Action<CountingStream>? onOpened = null)
    {
        var (stream, content, name, compressed) = Open(file, options.IsSample, onOpened);
        try
        {
            switch (content)
            {
                case FileContent.Text when stream.Peek(1)[0] is (byte)'{' or (byte)'[':
                    throw ImportErrors.NotATable(file.Name, "JSON");
                case FileContent.Text:
                    var (text, encoding) = Decode(stream);
                    return new DelimitedSource(text, file.Name, encoding, compressed, options);
                case FileContent.Zip or FileContent.Compound:
                    var workbook = compressed ? Unpack(stream, file.Name) : Rewind(stream);
                    return new WorkbookSource(workbook, file.Name, content == FileContent.Zip ? "xlsx" : "xls", options.Sheet, compressed);
                default:
                    throw ImportErrors.NotATable(file.Name, name);
            }
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Opens a text file, inside gzip or not, as UTF-8.</summary>
    /// <exception cref="ImportException">It is empty or not text.</exception>
    public static (Utf8Stream Text, FileShape Shape) OpenText(IImportFile file, Action<CountingStream>? onOpened = null)
    {
        var (stream, content, name, compressed) = Open(file, isSample: false, onOpened);
        if (content != FileContent.Text)
        {
            stream.Dispose();
            throw ImportErrors.NotText(file.Name, name);
        }

        var (text, encoding) = Decode(stream);
        return (new Utf8Stream(text), new FileShape("jsonl", null, encoding, compressed, null));
    }

    private static (PeekableStream Stream, FileContent Content, string Name, bool Compressed) Open(IImportFile file, bool isSample, Action<CountingStream>? onOpened)
    {
        var counted = new CountingStream(file.Open());
        onOpened?.Invoke(counted);
        var stream = new PeekableStream(counted);
        try
        {
            var (content, name) = Recognise(stream, file.Name);
            if (content != FileContent.Gzip)
            {
                return (stream, content, name, Compressed: false);
            }

            stream = new PeekableStream(new GunzipStream(stream, file.Name, isSample));
            (content, name) = Recognise(stream, file.Name);
            return content == FileContent.Gzip ? throw ImportErrors.CompressedTwice(file.Name) : (stream, content, name, Compressed: true);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static (FileContent Content, string Name) Recognise(PeekableStream stream, string fileName)
    {
        var start = stream.Peek(FileSignature.Length);
        return start.IsEmpty ? throw ImportErrors.Empty(fileName) : FileSignature.Recognise(start);
    }

    private static (Stream Text, string Encoding) Decode(PeekableStream stream)
    {
        if (TextEncoding.DetectUtf16(stream.Peek(FileSignature.Length)) is { } utf16)
        {
            return (SkipMark(new PeekableStream(Encoding.CreateTranscodingStream(stream, utf16, Encoding.UTF8))), "UTF-16");
        }

        return (SkipMark(stream), "UTF-8");
    }

    private static PeekableStream SkipMark(PeekableStream stream)
    {
        if (stream.Peek(3).StartsWith(Encoding.UTF8.Preamble))
        {
            stream.Skip(3);
        }

        return stream;
    }

    // A workbook has to be read back and forth; only the gzip around it must be undone beforehand.
    private static FileStream Unpack(Stream stream, string fileName)
    {
        var unpacked = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            stream.CopyTo(unpacked);
            stream.Dispose();
            unpacked.Position = 0;
            return unpacked;
        }
        catch (IOException failure)
        {
            unpacked.Dispose();
            throw ImportErrors.CannotUnpack(fileName, Path.GetTempPath(), failure);
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    private static Stream Rewind(PeekableStream stream)
    {
        var inner = stream.Inner;
        inner.Position = 0;
        return inner;
    }
}
