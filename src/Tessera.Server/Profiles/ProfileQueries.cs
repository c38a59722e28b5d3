using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles;

/// <summary>Asks the engine about profiles.</summary>
internal sealed class ProfileQueries(ClickHouseClient engine, ICustomerIdentity identity)
{
    private static readonly Statement Page = Load("Page");
    private static readonly Statement Summaries = Load("Summaries");
    private static readonly Statement ById = Load("ById");
    private static readonly Statement ByIdentifier = Load("ByIdentifier");
    private static readonly Statement Value = Load("Value");
    private static readonly Statement Company = Load("Company");
    private static readonly Statement Orders = Load("Orders");
    private static readonly Statement Events = Load("Events");
    private static readonly Statement Traits = Load("Traits");
    private static readonly Statement TraitHistory = Load("TraitHistory");

    /// <summary>Profiles in order, after a position if one is given.</summary>
    public Task<List<ProfilePosition>> PageAsync(
        WorkspaceKey workspace, CustomerTables tables, ProfileFilter filter, ProfilePosition? after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<ProfilePosition>(
            Of(Page, workspace)
                .With("search", filter.Search)
                .With("segment", filter.Segment)
                .With("sort", filter.SortField)
                .With("sign", filter.Descending ? -1 : 1)
                .With("totals_version", tables.TotalsVersion)
                .With("rfm_version", tables.RfmVersion)
                .With("first", after is null)
                .With("after_rank", after?.Rank ?? 0)
                .With("after_value", after?.SortValue ?? 0)
                .With("after_profile", after?.ProfileId ?? Guid.Empty)
                .With("limit", limit),
            cancellationToken);

    /// <summary>What a list says about some profiles.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProfileSummaryRow>> SummariesAsync(
        WorkspaceKey workspace, CustomerTables tables, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        (await engine.ListAsync<ProfileSummaryRow>(
            Of(Summaries, workspace)
                .With("totals_version", tables.TotalsVersion)
                .With("rfm_version", tables.RfmVersion)
                .With("profiles", profiles),
            cancellationToken)).ToDictionary(profile => profile.ProfileId);

    /// <summary>The profile of that id, or the one that it was merged into; null when there is none.</summary>
    public Task<ProfileRow?> FindAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        engine.FirstOrDefaultAsync<ProfileRow>(Of(ById, workspace).With("profile_id", identity.ProfileOf(profileId)), cancellationToken);

    /// <summary>The profile known by that identifier, or null.</summary>
    public async Task<ProfileRow?> FindAsync(WorkspaceKey workspace, Identifier identifier, CancellationToken cancellationToken)
    {
        // An id is derived from an identifier, so mostly the answer is a key away.
        var own = ProfileId.For(workspace, identifier).Value;
        var derived = await FindAsync(workspace, own, cancellationToken);
        return derived is not null && (derived.ProfileId != own || (derived.Kind == identifier.Kind && derived.Identifier == identifier.Value))
            ? derived
            : await engine.FirstOrDefaultAsync<ProfileRow>(
                Of(ByIdentifier, workspace).With("kind", identifier.Kind).With("value", identifier.Value), cancellationToken);
    }

    /// <summary>What a customer is worth.</summary>
    public async Task<CustomerValueRow> ValueAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        await engine.SingleAsync<CustomerValueRow>(Of(Value, workspace).With("nodes", await NodesAsync(profileId, cancellationToken)), cancellationToken);

    /// <summary>The company that a customer belongs to, or null when no group call has named one.</summary>
    public async Task<string?> CompanyAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        await engine.FirstOrDefaultAsync<string>(Of(Company, workspace).With("nodes", await NodesAsync(profileId, cancellationToken)), cancellationToken);

    /// <summary>A customer's orders, newest first, after the cursor if there is one.</summary>
    public async Task<List<OrderRow>> OrdersAsync(
        WorkspaceKey workspace, Guid profileId, OrderCursor? after, int limit, CancellationToken cancellationToken) =>
        await engine.ListAsync<OrderRow>(
            Of(Orders, workspace)
                .With("nodes", await NodesAsync(profileId, cancellationToken))
                .With("first", after is null)
                .With("after_time", after?.Time ?? DateTimeOffset.UnixEpoch)
                .With("after_order", after?.OrderId ?? "")
                .With("limit", limit),
            cancellationToken);

    /// <summary>A customer's events, newest first, after the cursor if there is one.</summary>
    public async Task<List<EventRow>> EventsAsync(
        WorkspaceKey workspace, Guid profileId, EventCursor? after, int limit, CancellationToken cancellationToken) =>
        await engine.ListAsync<EventRow>(
            Of(Events, workspace)
                .With("nodes", await NodesAsync(profileId, cancellationToken))
                .With("first", after is null)
                .With("after_time", after?.Time ?? DateTimeOffset.UnixEpoch)
                .With("after_message", after?.MessageId ?? "")
                .With("limit", limit),
            cancellationToken);

    /// <summary>Everything a customer is known by, the identifier first that the profile's id is made of.</summary>
    public async Task<IReadOnlyList<Identifier>> IdentifiersAsync(ProfileRow profile, CancellationToken cancellationToken)
    {
        var members = (await identity.MembersAsync([profile.ProfileId], cancellationToken))[profile.ProfileId];
        return members.Count == 0
            ? profile.Identifiers
            : [.. members.OrderByDescending(node => node.Id == profile.ProfileId).ThenBy(node => node.Identifier.Kind, StringComparer.Ordinal).ThenBy(node => node.Identifier.Value, StringComparer.Ordinal).Select(node => node.Identifier)];
    }

    /// <summary>What a customer's calls say last of each trait, and how often it was said.</summary>
    public async Task<List<TraitRow>> TraitsAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        await engine.ListAsync<TraitRow>(Of(Traits, workspace).With("nodes", await NodesAsync(profileId, cancellationToken)), cancellationToken);

    /// <summary>Every value that a customer's calls ever said of a trait, the last first; a value that was said again and again is there once.</summary>
    public async Task<List<TraitValueRow>> TraitHistoryAsync(WorkspaceKey workspace, Guid profileId, string trait, int limit, CancellationToken cancellationToken) =>
        await engine.ListAsync<TraitValueRow>(
            Of(TraitHistory, workspace).With("nodes", await NodesAsync(profileId, cancellationToken)).With("trait", trait).With("limit", limit), cancellationToken);

    private Task<IReadOnlyList<Guid>> NodesAsync(Guid profileId, CancellationToken cancellationToken) => identity.NodesOfAsync(identity.ProfileOf(profileId), cancellationToken);

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Profiles/Sql/{name}.sql"));
}
