namespace Tessera.Server.Imports.Reading;

/// <summary>An import file on disk.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">The name it was sent under.</param>
internal sealed record DiskFile(string Path, string Name) : IImportFile
{
    public long Length => new FileInfo(Path).Length;

    public Stream Open() => new FileStream(Path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read,
        BufferSize = 1 << 16,
        Options = FileOptions.SequentialScan,
    });
}
