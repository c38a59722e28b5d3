using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Counts while a file is read; written by one thread, looked at by any.</summary>
internal sealed class ImportMeter
{
    private long rowsRead;
    private long rowsRejected;
    private CountingStream? stream;

    /// <summary>The stream under the reader, whose count tells how far it is.</summary>
    public void Watch(CountingStream watched) => Volatile.Write(ref stream, watched);

    /// <summary>One more row was understood.</summary>
    public void Accept() => Volatile.Write(ref rowsRead, rowsRead + 1);

    /// <summary>One more row was not.</summary>
    public void Reject()
    {
        Volatile.Write(ref rowsRejected, rowsRejected + 1);
        Volatile.Write(ref rowsRead, rowsRead + 1);
    }

    /// <summary>The counts now.</summary>
    public ImportProgress Snapshot()
    {
        var (read, rejected) = (Volatile.Read(ref rowsRead), Volatile.Read(ref rowsRejected));
        return new ImportProgress
        {
            BytesRead = Volatile.Read(ref stream)?.BytesRead ?? 0,
            RowsRead = read,
            RowsRejected = rejected,
            RowsAccepted = Math.Max(0, read - rejected),
        };
    }
}
