using System.IO.Compression;
using CsvHelper;

namespace Tessera.Cli.Learning;

/// <summary>A plain file with a header: CSV, TSV and their kin, inside gzip or not, read record by record.</summary>
internal sealed class DelimitedFile : IDisposable
{
    private const int LongestRecord = 1 << 20;
    private readonly Stream bytes;
    private readonly CsvReader reader;

    private DelimitedFile(string name, Stream bytes)
    {
        this.bytes = bytes;
        Name = name;
        reader = CsvReader.Create(bytes, new CsvReaderOptions { TrackLineNumbers = true, MaxRecordSize = LongestRecord, BufferSize = 1 << 18 });
        Headers = Guarded(() => reader.Headers);
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The line of the current record, from 1.</summary>
    public long Line => reader.LineNumber;

    /// <summary>Opens a file.</summary>
    /// <exception cref="CommandFailure">It is missing, a directory or empty.</exception>
    public static DelimitedFile Open(ProgramEnvironment environment, string path)
    {
        var full = environment.Absolute(path);
        if (Directory.Exists(full))
        {
            throw new CommandFailure($"{path} is a directory; name a CSV or TSV file.");
        }

        if (!File.Exists(full))
        {
            throw new CommandFailure($"{path} does not exist.");
        }

        var file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            Span<byte> start = stackalloc byte[8];
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            if (start.IsEmpty)
            {
                throw new CommandFailure($"{path} is empty.");
            }

            if (OtherThanText(start) is { } kind)
            {
                throw new CommandFailure($"{path} is {kind}; learn reads CSV and TSV, so save it as CSV first.");
            }

            file.Position = 0;
            return new(path, start is [0x1F, 0x8B, ..] ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The position of a column.</summary>
    /// <exception cref="CommandFailure">There is none; the sentence lists those there are.</exception>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (Headers[i] == column)
            {
                return i;
            }
        }

        throw new CommandFailure($"{Name} has no column \"{column}\"; its columns are {string.Join(", ", Headers)}.");
    }

    /// <summary>Moves on to the next record.</summary>
    /// <exception cref="CommandFailure">The file is damaged.</exception>
    public bool Read() => Guarded(reader.Read);

    /// <summary>The value of a column in the current record, without the spaces around it.</summary>
    public string Text(int column) => column < reader.FieldCount ? reader.GetString(column).Trim() : "";

    public void Dispose()
    {
        reader.Dispose();
        bytes.Dispose();
    }

    /// <summary>What a file is that begins with these bytes, if it is of a kind that people take for a table but is no text.</summary>
    private static string? OtherThanText(ReadOnlySpan<byte> start) => start switch
    {
        [0x1F, 0x8B, ..] => null,
        [(byte)'P', (byte)'K', 3, 4, ..] => "an Excel workbook (.xlsx) or another ZIP archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel workbook (.xls)",
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "a Parquet file",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', ..] => "an SQLite database",
        _ => start.Contains((byte)0) && start is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) ? "not a text file" : null,
    };

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException)
        {
            throw new CommandFailure($"{Name} is a damaged gzip file, or one that is cut off.");
        }
        catch (CsvFormatException failure)
        {
            throw new CommandFailure($"{Name} cannot be read as a table: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
    }
}
