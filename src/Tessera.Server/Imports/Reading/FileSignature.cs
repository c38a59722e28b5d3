using System.Text;

namespace Tessera.Server.Imports.Reading;

/// <summary>What the first bytes of a file say it is.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes <see cref="Recognise"/> wants to see, if the file has them.</summary>
    public const int Length = 4096;

    private static readonly (byte[] Magic, FileContent Content, string Name)[] Known =
    [
        ([0x1F, 0x8B], FileContent.Gzip, "a gzip file"),
        ([0x50, 0x4B, 0x03, 0x04], FileContent.Zip, "a ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileContent.Compound, "an old or protected Excel workbook"),
        ("PAR1"u8.ToArray(), FileContent.Binary, "a Parquet file"),
        ("%PDF"u8.ToArray(), FileContent.Binary, "a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47], FileContent.Binary, "a PNG image"),
        ([0xFF, 0xD8, 0xFF], FileContent.Binary, "a JPEG image"),
        ("GIF8"u8.ToArray(), FileContent.Binary, "a GIF image"),
        ("SQLite format 3"u8.ToArray(), FileContent.Binary, "an SQLite database"),
        ("BZh"u8.ToArray(), FileContent.Binary, "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], FileContent.Binary, "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], FileContent.Binary, "a Zstandard file"),
        ("7z"u8.ToArray(), FileContent.Binary, "a 7-Zip archive"),
        ("{\\rtf"u8.ToArray(), FileContent.Binary, "an RTF document"),
        ("<!doctype html"u8.ToArray(), FileContent.Markup, "a web page"),
        ("<html"u8.ToArray(), FileContent.Markup, "a web page"),
        ("<?xml"u8.ToArray(), FileContent.Markup, "an XML file"),
    ];

    /// <summary>Recognises a file by its first bytes.</summary>
    /// <param name="start">Up to <see cref="Length"/> bytes from its start.</param>
    /// <returns>The content, and its name for a sentence ("It is a PDF document").</returns>
    public static (FileContent Content, string Name) Recognise(ReadOnlySpan<byte> start)
    {
        foreach (var (magic, content, name) in Known)
        {
            if (StartsWith(start, magic))
            {
                return (content, name);
            }
        }

        return LooksBinary(start) ? (FileContent.Binary, "binary data") : (FileContent.Text, "text");
    }

    // Markup is matched whatever its case; the other signatures have no letters that differ by case in practice.
    private static bool StartsWith(ReadOnlySpan<byte> start, ReadOnlySpan<byte> magic) =>
        magic[0] == (byte)'<'
            ? Ascii.EqualsIgnoreCase(start.TrimStart(" \t\r\n\uFEFF"u8)[..Math.Min(magic.Length, start.TrimStart(" \t\r\n\uFEFF"u8).Length)], magic)
            : start.StartsWith(magic);

    /// <summary>Text has no NUL bytes, unless it is UTF-16; nor more than a sprinkling of other control characters.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> start)
    {
        if (TextEncoding.LooksLikeUtf16(start))
        {
            return false;
        }

        var controls = 0;
        foreach (var value in start)
        {
            if (value == 0)
            {
                return true;
            }

            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C or 0x1A or 0x1C or 0x1D or 0x1E or 0x1F))
            {
                controls++;
            }
        }

        return controls * 20 > start.Length;
    }
}
