using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary>Empties the file's write-ahead file, in which what was forgotten of a person still stands.</summary>
internal sealed class LiveFileErasure(LiveFile file) : IErasable
{
    public ErasureStage Stage => ErasureStage.Metadata;

    public Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        using var reader = new LiveFileReader(file.Path);
        reader.Empty();
        return Task.CompletedTask;
    }
}
