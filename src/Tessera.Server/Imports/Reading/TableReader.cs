using System.Globalization;
using System.Text;

namespace Tessera.Server.Imports.Reading;

/// <summary>The rows of a table below its column names. Streams; not thread-safe.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly RecordSource source;
    private readonly List<string> notes;

    private TableReader(RecordSource source, ColumnNames columns, List<string> notes)
    {
        this.source = source;
        this.notes = notes;
        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public ColumnNames Columns { get; }

    /// <inheritdoc cref="RecordSource.Shape"/>
    public FileShape Shape => source.Shape;

    /// <summary>How many rows were read, blank ones not counted.</summary>
    public long RowsRead { get; private set; }

    /// <summary>How many rows had no value in any column and were passed over.</summary>
    public long BlankRows { get; private set; }

    /// <inheritdoc cref="RecordSource.Line"/>
    public long Line => source.Line;

    /// <inheritdoc cref="RecordSource.FieldCount"/>
    public int FieldCount => source.FieldCount;

    /// <summary>Opens a table and finds its column names.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What is known of its form.</param>
    /// <param name="onOpened">Given the stream under the reader, whose count tells how far the reading is.</param>
    /// <exception cref="ImportException">The file is not a table.</exception>
    public static TableReader Open(IImportFile file, ReadingOptions options, Action<CountingStream>? onOpened = null)
    {
        var header = HeaderLocator.Locate(file, options);
        var records = RecordSources.OpenTable(file, options, onOpened);
        try
        {
            for (var skipped = 0; skipped < header.RecordsAbove; skipped++)
            {
                records.Read();
            }

            if (header.HasNames)
            {
                records.Read();
            }

            return new TableReader(records, header.Columns, [.. header.Notes]);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    /// <summary>Moves to the next row that is not blank; false after the last one.</summary>
    /// <exception cref="ImportException">The file cannot be read on.</exception>
    public bool Read()
    {
        while (source.Read())
        {
            if (HasValue())
            {
                RowsRead++;
                return true;
            }

            BlankRows++;
        }

        return false;
    }

    /// <inheritdoc cref="RecordSource.Field"/>
    public ReadOnlySpan<byte> Field(int index) => source.Field(index);

    /// <summary>One value of the current row as text.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(source.Field(index));

    /// <inheritdoc cref="RecordSource.TypeOf"/>
    public CellType TypeOf(int index) => source.TypeOf(index);

    /// <summary>Whether the row has values to the right of the last column.</summary>
    public bool HasExcessFields()
    {
        for (var index = Columns.All.Count; index < source.FieldCount; index++)
        {
            if (!source.Field(index).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="RecordSource.Raw"/>
    public string Raw() => source.Raw();

    /// <summary>What there is to tell about the file, once it was read to its end.</summary>
    public IEnumerable<string> Notes()
    {
        var blank = BlankRows == 0
            ? Enumerable.Empty<string>()
            : [$"{BlankRows.ToString("N0", CultureInfo.InvariantCulture)} blank rows were passed over."];
        return notes.Concat(source.Notes()).Concat(blank);
    }

    public void Dispose() => source.Dispose();

    private bool HasValue()
    {
        for (var index = 0; index < source.FieldCount; index++)
        {
            if (!source.Field(index).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
