using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Profiles.Endpoints;

namespace Tessera.Server.Profiles.Companies;

/// <summary>Asks the engine about companies: profiles of their own kind, which group calls make.</summary>
internal sealed class CompanyQueries(ClickHouseClient engine, ICustomerIdentity identity)
{
    private static readonly Statement Named = Load("Named");
    private static readonly Statement Page = Load("Page");
    private static readonly Statement MemberCounts = Load("MemberCounts");
    private static readonly Statement Members = Load("Members");
    private static readonly Statement Spans = Load("Spans");
    private static readonly Statement Show = Load("Show");
    private static readonly Statement Traits = Load("Traits");
    private static readonly Statement Activity = Load("Activity");

    /// <summary>A company by the key that group calls give it.</summary>
    public async Task<ProfileCompany> NameAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        var id = CompanyIds.Of(workspace, key);
        var name = await engine.SingleAsync<string>(Of(Named, workspace, id), cancellationToken);
        return new ProfileCompany(key, id, name.Length == 0 ? key : name);
    }

    /// <summary>Companies by name, after a place in the list if one is given.</summary>
    public Task<List<CompanyRow>> PageAsync(WorkspaceKey workspace, string search, string key, CompanyCursor? after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<CompanyRow>(
            Page
                .With("workspace", workspace.Value)
                .With("search", search)
                .With("key", key)
                .With("first", after is null)
                .With("after_rank", after?.Rank ?? 0)
                .With("after_name", after?.Name.ToLowerInvariant() ?? "")
                .With("after_company", after?.Company ?? Guid.Empty)
                .With("limit", limit),
            cancellationToken);

    /// <summary>How many customers belong to some companies now; those that nobody belongs to are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> MemberCountsAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> companies, CancellationToken cancellationToken) =>
        (await engine.ListAsync<(Guid Company, long Members)>(MemberCounts.With("workspace", workspace.Value).With("companies", companies), cancellationToken))
            .ToDictionary(row => row.Company, row => row.Members);

    /// <summary>What is known of a company; null when no group call names it.</summary>
    public Task<CompanyFacts?> FindAsync(WorkspaceKey workspace, Guid company, CancellationToken cancellationToken) =>
        engine.FirstOrDefaultAsync<CompanyFacts>(Of(Show, workspace, company), cancellationToken);

    /// <summary>What group calls say last of each trait of a company.</summary>
    public Task<List<CompanyTraitRow>> TraitsAsync(WorkspaceKey workspace, Guid company, CancellationToken cancellationToken) =>
        engine.ListAsync<CompanyTraitRow>(Of(Traits, workspace, company), cancellationToken);

    /// <summary>Who belongs to a company, then who did; after a place in the list if one is given.</summary>
    public Task<List<CompanyMemberRow>> MembersAsync(WorkspaceKey workspace, Guid company, MemberCursor? after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<CompanyMemberRow>(
            Of(Members, workspace, company)
                .With("first", after is null)
                .With("after_is_now", after?.IsNow ?? false)
                .With("after_since", after?.Since ?? DateTimeOffset.UnixEpoch)
                .With("after_profile", after?.ProfileId ?? Guid.Empty)
                .With("limit", limit),
            cancellationToken);

    /// <summary>The companies that a customer belonged to, the latest first.</summary>
    public async Task<List<CompanySpanRow>> SpansAsync(WorkspaceKey workspace, Guid profile, CancellationToken cancellationToken) =>
        await engine.ListAsync<CompanySpanRow>(Spans.With("workspace", workspace.Value).With("nodes", await identity.NodesOfAsync(profile, cancellationToken)), cancellationToken);

    /// <summary>The identifiers under which the calls are stored of those who belong to a company now.</summary>
    public async Task<(int Members, IReadOnlyList<Guid> Nodes)> MemberNodesAsync(WorkspaceKey workspace, Guid company, CancellationToken cancellationToken)
    {
        var now = (await MembersAsync(workspace, company, after: null, int.MaxValue, cancellationToken)).Where(member => member.Until is null).Select(member => member.ProfileId).ToList();
        var nodes = await identity.MembersAsync(now, cancellationToken);
        return (now.Count, [.. now.Concat(nodes.Values.SelectMany(profile => profile).Select(node => node.Id)).Distinct()]);
    }

    /// <summary>What some customers did together.</summary>
    public Task<CompanyActivity> ActivityAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken) =>
        engine.SingleAsync<CompanyActivity>(Activity.With("workspace", workspace.Value).With("nodes", nodes), cancellationToken);

    private static Statement Of(Statement statement, WorkspaceKey workspace, Guid company) => statement.With("workspace", workspace.Value).With("company", company);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Profiles/Companies/Sql/{name}.sql"));
}
