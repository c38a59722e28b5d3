using System.Collections.Concurrent;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>The rows of profiles that were asked for or written last, and those of which the engine does not know yet when they were last seen.</summary>
/// <remarks>
/// Used by whoever has the turn to write profiles, but for <see cref="LastSeen"/>. A row has the version that the engine has or, when an insert failed, may have. Of what waits to be
/// written the rows are never dropped; of the others about 32 MB are kept, those that were not used for longest go first.
/// </remarks>
internal sealed class KeptProfiles(int partitions, long mostBytes) : IRecentlySeen
{
    private const int BytesOfRow = 250;
    private readonly Dictionary<Guid, string>[] waiting = [.. Enumerable.Range(0, partitions).Select(_ => new Dictionary<Guid, string>())];
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> late = new();
    private Dictionary<Guid, ProfileRow> young = [];
    private Dictionary<Guid, ProfileRow> old = [];
    private long youngBytes;
    private long youngLimit = mostBytes / 2;

    /// <summary>Keeps nothing yet.</summary>
    /// <param name="log">The log whose partitions are stored one beside the other.</param>
    public KeptProfiles(IEventLog log)
        : this(log.Partitions, 32L << 20)
    {
    }

    public DateTimeOffset? LastSeen(Guid profile) => late.TryGetValue(profile, out var seen) ? seen : null;

    /// <summary>The row of a profile; null when it is not kept.</summary>
    public ProfileRow? Find(Guid profile)
    {
        if (young.TryGetValue(profile, out var row))
        {
            return row;
        }

        if (old.Remove(profile, out row))
        {
            Keep(row);
        }

        return row;
    }

    /// <summary>Keeps a row as the engine has it.</summary>
    public void Keep(ProfileRow row)
    {
        if (old.Count > 0)
        {
            old.Remove(row.ProfileId);
        }

        youngBytes += BytesOf(row) - (young.TryGetValue(row.ProfileId, out var before) ? BytesOf(before) : 0);
        young[row.ProfileId] = row;
        if (youngBytes > youngLimit)
        {
            Age();
        }
    }

    /// <summary>Keeps a row that the engine does not have like this, until it is written for a partition.</summary>
    public void KeepWaiting(int partition, string workspace, ProfileRow row)
    {
        waiting[partition][row.ProfileId] = workspace;
        late[row.ProfileId] = row.LastSeen;
        Keep(row);
    }

    /// <summary>How many rows wait to be written for a partition.</summary>
    public int WaitingOf(int partition) => waiting[partition].Count;

    /// <summary>What waits to be written for a partition, by workspace.</summary>
    public IReadOnlyList<(string Workspace, ProfileRow Row)> Waiting(int partition) =>
        [.. waiting[partition].Select(profile => (profile.Value, Find(profile.Key) ?? throw new InvalidOperationException("A row that waits to be written is kept.")))];

    /// <summary>Notes that the rows of some profiles are in the engine as they are kept.</summary>
    public void Written(IEnumerable<Guid> profiles)
    {
        foreach (var profile in profiles)
        {
            foreach (var partition in waiting)
            {
                partition.Remove(profile);
            }

            late.TryRemove(profile, out _);
        }
    }

    /// <summary>Forgets some profiles, also what waits of them: what the engine has of them, or will be told, says all.</summary>
    public void Forget(IEnumerable<Guid> profiles)
    {
        List<Guid> all = [.. profiles];
        Written(all);
        foreach (var profile in all)
        {
            old.Remove(profile);
            if (young.Remove(profile, out var row))
            {
                youngBytes -= BytesOf(row);
            }
        }
    }

    /// <summary>Forgets all rows but those that wait to be written.</summary>
    public void ForgetAll()
    {
        Age();
        old = [];
    }

    private static long BytesOf(ProfileRow row) => BytesOfRow + (sizeof(char) * (row.Identifier.Length + row.Name.Length + row.Email.Length + (long)row.Traits.Length));

    private void Age()
    {
        var before = old;
        old = young;
        young = [];
        youngBytes = 0;
        foreach (var profile in waiting.SelectMany(partition => partition.Keys))
        {
            if (old.Remove(profile, out var row) || before.TryGetValue(profile, out row))
            {
                young[profile] = row;
                youngBytes += BytesOf(row);
            }
        }

        // Also when much waits, what is used is not sorted out at every row.
        youngLimit = Math.Max(mostBytes / 2, youngBytes * 2);
    }
}
