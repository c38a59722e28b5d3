using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles;

/// <summary>Asks the engine about profiles.</summary>
internal sealed class ProfileQueries(ClickHouseClient engine, ICustomerIdentity identity, IRecentlySeen recent)
{
    private const int CustomersSampled = 50_000;
    private static readonly Statement Page = Load("Page");
    private static readonly Statement Columns = Load("Columns");
    private static readonly Statement Summaries = Load("Summaries");
    private static readonly Statement ById = Load("ById");
    private static readonly Statement ByIdentifier = Load("ByIdentifier");
    private static readonly Statement Value = Load("Value");
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
    /// <param name="workspace">The workspace.</param>
    /// <param name="tables">The computed tables to read.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="columns">Names of traits to read beside.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, ProfileSummaryRow>> SummariesAsync(
        WorkspaceKey workspace, CustomerTables tables, IReadOnlyCollection<Guid> profiles, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var late = Late(profiles);
        var rows = await engine.ListAsync<ProfileSummaryRow>(
            Of(Summaries, workspace)
                .With("columns", columns)
                .With("totals_version", tables.TotalsVersion)
                .With("rfm_version", tables.RfmVersion)
                .With("profiles", profiles),
            cancellationToken);
        return rows.ToDictionary(row => row.ProfileId, row => row with { LastSeen = Later(row.LastSeen, row.ProfileId, late) });
    }

    /// <summary>Which traits customers have, and how many of a sample have each, the commonest first.</summary>
    public Task<List<ColumnRow>> ColumnsAsync(WorkspaceKey workspace, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<ColumnRow>(Of(Columns, workspace).With("sample", CustomersSampled).With("limit", limit), cancellationToken);

    /// <summary>The profile of that id, or the one that it was merged into; null when there is none.</summary>
    public async Task<ProfileRow?> FindAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        (await FindAsync(workspace, [identity.ProfileOf(profileId)], cancellationToken)).Values.FirstOrDefault();

    /// <summary>The profiles of those ids that there are.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProfileRow>> FindAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken)
    {
        var late = Late(profiles);
        var rows = await engine.ListAsync<ProfileRow>(Of(ById, workspace).With("profiles", profiles), cancellationToken);
        return rows.ToDictionary(row => row.ProfileId, row => row with { LastSeen = Later(row.LastSeen, row.ProfileId, late) });
    }

    /// <summary>The profile that has an identifier beside the one that its id is made of; null when there is none.</summary>
    public Task<ProfileRow?> FindOtherwiseAsync(WorkspaceKey workspace, Identifier identifier, CancellationToken cancellationToken) =>
        engine.FirstOrDefaultAsync<ProfileRow>(Of(ByIdentifier, workspace).With("kind", identifier.Kind).With("value", identifier.Value), cancellationToken);

    /// <summary>What was bought under some identifiers, by the customer that each is of; nothing of customers without orders.</summary>
    public async Task<IReadOnlyDictionary<Guid, CustomerValueRow>> ValuesAsync(
        WorkspaceKey workspace, IReadOnlyList<(Guid Node, Guid Owner)> owners, CancellationToken cancellationToken) =>
        (await engine.ListAsync<CustomerValueRow>(
            Of(Value, workspace).With("nodes", owners.Select(owner => owner.Node).ToList()).With("owners", owners.Select(owner => owner.Owner).ToList()),
            cancellationToken)).ToDictionary(row => row.Owner);

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

    /// <summary>Events stored under some identifiers, newest first, after the cursor if there is one.</summary>
    public Task<List<EventRow>> EventsAsync(
        WorkspaceKey workspace, IReadOnlyCollection<Guid> nodes, EventCursor? after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<EventRow>(
            Of(Events, workspace)
                .With("nodes", nodes)
                .With("first", after is null)
                .With("after_time", after?.Time ?? DateTimeOffset.UnixEpoch)
                .With("after_message", after?.MessageId ?? "")
                .With("limit", limit),
            cancellationToken);

    /// <summary>What a customer's calls say last of each trait, and how often it was said.</summary>
    public async Task<List<TraitRow>> TraitsAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        await engine.ListAsync<TraitRow>(Of(Traits, workspace).With("nodes", await NodesAsync(profileId, cancellationToken)), cancellationToken);

    /// <summary>Every value that a customer's calls ever said of a trait, the last first; a value that was said again and again is there once.</summary>
    public async Task<List<TraitValueRow>> TraitHistoryAsync(WorkspaceKey workspace, Guid profileId, string trait, int limit, CancellationToken cancellationToken) =>
        await engine.ListAsync<TraitValueRow>(
            Of(TraitHistory, workspace).With("nodes", await NodesAsync(profileId, cancellationToken)).With("trait", trait).With("limit", limit), cancellationToken);

    /// <summary>The ids under which the calls of a profile are stored.</summary>
    public Task<IReadOnlyList<Guid>> NodesAsync(Guid profileId, CancellationToken cancellationToken) => identity.NodesOfAsync(identity.ProfileOf(profileId), cancellationToken);

    private static DateTimeOffset Later(DateTimeOffset lastSeen, Guid profile, Dictionary<Guid, DateTimeOffset> late) =>
        late.TryGetValue(profile, out var seen) && seen > lastSeen ? seen : lastSeen;

    private Dictionary<Guid, DateTimeOffset> Late(IEnumerable<Guid> profiles) => profiles
        .Distinct()
        .Select(profile => (Profile: profile, Seen: recent.LastSeen(profile)))
        .Where(profile => profile.Seen is not null)
        .ToDictionary(profile => profile.Profile, profile => profile.Seen!.Value);

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Profiles/Sql/{name}.sql"));
}
