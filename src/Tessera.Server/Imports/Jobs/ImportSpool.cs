using System.Security.Cryptography;
using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Jobs;

/// <summary>The files of imports on disk: <c>imports/&lt;id&gt;/file</c> until it is imported, and <c>rejected.csv</c>.</summary>
internal sealed class ImportSpool(DataDirectory directory)
{
    private const int BufferSize = 1 << 17;

    /// <summary>The uploaded file of an import.</summary>
    public string FileOf(Guid import) => Path.Combine(FolderOf(import), "file");

    /// <summary>The list of an import's rejected rows.</summary>
    public string RejectedOf(Guid import) => Path.Combine(FolderOf(import), "rejected.csv");

    /// <summary>Writes a file as it arrives, so that it survives power loss.</summary>
    /// <returns>Its size in bytes and its SHA-256 in hexadecimal.</returns>
    /// <exception cref="IOException">The disk is full, or the sender broke off.</exception>
    public async Task<(long Bytes, string Sha256)> StoreAsync(Guid import, Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(FolderOf(import));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(FileOf(import), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            var buffer = new byte[BufferSize];
            var total = 0L;
            while (await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                total += read;
            }

            file.Flush(flushToDisk: true);
            return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            DeleteAll(import);
            throw;
        }
    }

    /// <summary>Deletes the uploaded file; the list of rejected rows stays.</summary>
    public void DeleteFile(Guid import) => File.Delete(FileOf(import));

    /// <summary>Deletes everything of an import.</summary>
    public void DeleteAll(Guid import)
    {
        if (Directory.Exists(FolderOf(import)))
        {
            Directory.Delete(FolderOf(import), recursive: true);
        }
    }

    /// <summary>Deletes uploads that were never finished: folders of no known import.</summary>
    public void DeleteAllBut(IReadOnlySet<Guid> known)
    {
        if (!Directory.Exists(directory.ImportsDirectory))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(directory.ImportsDirectory))
        {
            if (Guid.TryParse(Path.GetFileName(folder), out var import) && !known.Contains(import))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private string FolderOf(Guid import) => Path.Combine(directory.ImportsDirectory, import.ToString("D"));
}
