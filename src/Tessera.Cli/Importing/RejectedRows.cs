using Tessera.Cli.Api;

namespace Tessera.Cli.Importing;

/// <summary>Fetches the rows that an import rejected, with the reasons, into a file.</summary>
internal static class RejectedRows
{
    /// <summary>The file that was written; null when nothing was rejected.</summary>
    public static async Task<string?> SaveAsync(TesseraApi api, JsonAnswer import, string file, CancellationToken cancellationToken)
    {
        if (import.Value.Count("rowsRejected") == 0 || import.Value.Text("rejectedUrl") is not { } url)
        {
            return null;
        }

        await using var output = new FileStream(file, FileMode.Create, FileAccess.Write);
        await api.CopyAsync(url, output, cancellationToken);
        return file;
    }
}
