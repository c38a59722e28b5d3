namespace Tessera.Server.Imports.Reading;

/// <summary>The records of a file, one after the other, before anything is known of their columns.</summary>
/// <remarks>Streams: memory does not grow with the file. Not thread-safe.</remarks>
internal abstract class RecordSource : IDisposable
{
    /// <summary>How the file is built. The encoding is final only after the last record.</summary>
    public abstract FileShape Shape { get; }

    /// <summary>How many values the current record has.</summary>
    public abstract int FieldCount { get; }

    /// <summary>The line, from 1, on which the current record starts; the row number in a workbook.</summary>
    public abstract long Line { get; }

    /// <summary>What is odd about the current record but could be read, or null.</summary>
    public virtual string? Oddity => null;

    /// <summary>Moves to the next record; false after the last one.</summary>
    /// <exception cref="ImportException">The file cannot be read on.</exception>
    public abstract bool Read();

    /// <summary>One value of the current record as UTF-8, without white space around it; empty past the record's end. Valid until the next <see cref="Read"/>.</summary>
    public abstract ReadOnlySpan<byte> Field(int index);

    /// <summary>What the file says the value is.</summary>
    public virtual CellType TypeOf(int index) => CellType.Text;

    /// <summary>The record as it stands in the file, for the list of rejected rows.</summary>
    public abstract string Raw();

    /// <summary>What there is to tell about the file as a whole, once it was read to its end.</summary>
    public virtual IEnumerable<string> Notes() => [];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
