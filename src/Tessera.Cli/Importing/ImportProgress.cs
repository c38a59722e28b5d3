using Tessera.Cli.Output;

namespace Tessera.Cli.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="State">What is being done: sending, queued, reading or publishing.</param>
/// <param name="BytesDone">Bytes of the file that have been sent or read.</param>
/// <param name="BytesTotal">Bytes of the file; 0 when unknown.</param>
/// <param name="Rows">Rows read so far.</param>
internal sealed record ImportProgress(string State, long BytesDone, long BytesTotal, long Rows)
{
    public override string ToString()
    {
        var share = BytesTotal > 0 ? $" {Figures.Share((decimal)BytesDone / BytesTotal)} of {Figures.Bytes(BytesTotal)}" : "";
        var rows = Rows > 0 ? $", {Figures.Count(Rows)} rows" : "";
        return State switch
        {
            "sending" => $"Sending{share}",
            "queued" => "Waiting for another import to end",
            "publishing" => $"Publishing{rows}",
            _ => $"Reading{share}{rows}",
        };
    }
}
