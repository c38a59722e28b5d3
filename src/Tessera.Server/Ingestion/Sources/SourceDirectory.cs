using System.Collections.Concurrent;
using Tessera.Server.Access.Contracts;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>Finds the source of a write key, and remembers it for a few seconds, because each request asks.</summary>
internal sealed class SourceDirectory(IWriteKeys keys, TimeProvider time)
{
    /// <summary>For how long a key that was taken away still works.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    /// <summary>The source that the installation began with, whose key lies in the data directory.</summary>
    public const string DefaultSource = "default";

    private const int MostRemembered = 10_000;
    private readonly ConcurrentDictionary<string, (Source Source, long Since)> known = new(StringComparer.Ordinal);

    /// <summary>The source; null when the key is nobody's.</summary>
    public async ValueTask<Source?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(key, out var remembered) && time.GetElapsedTime(remembered.Since) < Memory)
        {
            return remembered.Source;
        }

        if (await keys.FindAsync(key, cancellationToken) is not { } owner)
        {
            known.TryRemove(key, out _);
            return null;
        }

        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        var source = new Source(owner.Workspace, owner.Source);
        known[key] = (source, time.GetTimestamp());
        return source;
    }

    /// <summary>Asks anew from now on, because a source was changed.</summary>
    public void Forget() => known.Clear();
}
