using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>
/// Brings the profiles up to date that a batch speaks of, after its events are stored. Doing it again changes nothing but the
/// version of the row.
/// </summary>
internal sealed class ProfileStore(ClickHouseClient client)
{
    private const string Profiles = "profiles";
    private const int ProfilesPerQuestion = 2000;
    private static readonly Statement Known = new(EmbeddedSql.Read("Pipeline/Store/KnownProfiles.sql"));
    private static readonly Statement Latest = new(EmbeddedSql.Read("Pipeline/Store/LatestTraits.sql"));
    private static readonly Dictionary<string, string> NoTraits = [];

    public async Task StoreAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        foreach (var workspace in batch.Calls.GroupBy(assigned => assigned.Call.Workspace, StringComparer.Ordinal))
        {
            foreach (var touched in Touched(workspace).Chunk(ProfilesPerQuestion))
            {
                await StoreAsync(workspace.Key, touched, cancellationToken);
            }
        }
    }

    private static IEnumerable<TouchedProfile> Touched(IEnumerable<AssignedCall> calls) => calls
        .GroupBy(assigned => assigned.ProfileId)
        .Select(profile => new TouchedProfile(
            profile.Key,
            profile.First().Identifier,
            profile.Min(assigned => assigned.Call.Time),
            profile.Max(assigned => assigned.Call.Time),
            profile.Any(assigned => assigned.Call.Type == CallType.Identify)));

    private async Task StoreAsync(string workspace, TouchedProfile[] touched, CancellationToken cancellationToken)
    {
        var known = (await client.ListAsync<ProfileRow>(
            Known.With("workspace", workspace).With("profiles", touched.Select(profile => profile.Id).ToArray()), cancellationToken))
            .ToDictionary(profile => profile.ProfileId);
        var traits = await TraitsAsync(workspace, [.. touched.Where(profile => profile.IsIdentified).Select(profile => profile.Id)], cancellationToken);
        var rows = touched
            .Select(profile => profile.Update(known.GetValueOrDefault(profile.Id), traits.GetValueOrDefault(profile.Id, NoTraits)))
            .OfType<ProfileRow>()
            .Select(row => new StoredProfileRow(
                workspace, row.ProfileId, row.Kind, row.Identifier, row.Name, row.Email, row.Country, row.Traits, row.FirstSeen, row.LastSeen, row.Version));
        await client.InsertAsync(Profiles, rows, options: null, cancellationToken);
    }

    private async Task<Dictionary<Guid, Dictionary<string, string>>> TraitsAsync(string workspace, Guid[] profiles, CancellationToken cancellationToken) =>
        profiles.Length == 0
            ? []
            : (await client.ListAsync<TraitRow>(Latest.With("workspace", workspace).With("profiles", profiles), cancellationToken))
                .GroupBy(trait => trait.ProfileId)
                .ToDictionary(profile => profile.Key, profile => profile.ToDictionary(trait => trait.Name, trait => trait.Value, StringComparer.Ordinal));
}
