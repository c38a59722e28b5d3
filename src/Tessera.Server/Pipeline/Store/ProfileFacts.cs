using Tessera.ClickHouse;
using Tessera.Segments;
using Tessera.Server.Hosting;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Asks the engine what profiles are put together from.</summary>
internal sealed class ProfileFacts(ClickHouseClient engine)
{
    private static readonly Statement Known = Load("KnownProfiles");
    private static readonly Statement BeforeMerge = Load("ProfilesBeforeMerge");
    private static readonly Statement Latest = Load("LatestTraits");
    private static readonly Statement SeenTimes = Load("Seen");
    private static readonly Statement SeenCalls = Load("SeenCalls");

    /// <summary>The rows that are kept of some profiles, also of removed ones.</summary>
    public async Task<Dictionary<Guid, ProfileRow>> KnownAsync(string workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        (await engine.ListAsync<ProfileRow>(Known.With("workspace", workspace).With("profiles", profiles), cancellationToken)).ToDictionary(row => row.ProfileId);

    /// <summary>The rows of some profiles from before others were merged into them.</summary>
    public async Task<Dictionary<Guid, ProfileRow>> BeforeMergeAsync(string workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        (await engine.ListAsync<ProfileRow>(BeforeMerge.With("workspace", workspace).With("profiles", profiles), cancellationToken)).ToDictionary(row => row.ProfileId);

    /// <summary>When the calls and order lines of some identifiers happened.</summary>
    public async Task<Dictionary<Guid, SeenRow>> SeenAsync(string workspace, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken) =>
        (await engine.ListAsync<SeenRow>(SeenTimes.With("workspace", workspace).With("nodes", nodes), cancellationToken)).ToDictionary(row => row.NodeId);

    /// <summary>When the calls of some identifiers happened that came through the log.</summary>
    public async Task<Dictionary<Guid, SeenRow>> SeenCallsAsync(string workspace, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken) =>
        (await engine.ListAsync<SeenRow>(SeenCalls.With("workspace", workspace).With("nodes", nodes), cancellationToken)).ToDictionary(row => row.NodeId);

    /// <summary>What the calls of some identifiers say last of each trait.</summary>
    public async Task<ILookup<Guid, TraitRow>> TraitsAsync(string workspace, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken) => nodes.Count == 0
        ? Array.Empty<TraitRow>().ToLookup(row => row.NodeId)
        : (await engine.ListAsync<TraitRow>(Latest.With("workspace", workspace).With("nodes", nodes), cancellationToken)).ToLookup(row => row.NodeId);

    /// <summary>Each trait of several identifiers together: the value that was said last.</summary>
    public static Dictionary<string, string> Together(IEnumerable<TraitRow> traits)
    {
        var latest = new Dictionary<string, TraitRow>(StringComparer.Ordinal);
        foreach (var trait in traits)
        {
            if (!latest.TryGetValue(trait.Name, out var before) || (before.Time, before.MessageId, trait.Time, trait.MessageId) is var (time, id, newer, newerId)
                && (newer > time || (newer == time && TextOrder.Instance.Compare(newerId, id) > 0)))
            {
                latest[trait.Name] = trait;
            }
        }

        return latest.ToDictionary(trait => trait.Key, trait => trait.Value.Value, StringComparer.Ordinal);
    }

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Pipeline/Store/{name}.sql"));
}
