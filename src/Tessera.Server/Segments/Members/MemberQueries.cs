using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Segments.Members;

/// <summary>Asks the engine about single customers of a version of the scores.</summary>
internal sealed class MemberQueries(ClickHouseClient engine)
{
    private static readonly Statement Page = Load("Page");
    private static readonly Statement Customers = Load("Customers");
    private static readonly Statement Since = Load("Since");
    private static readonly Statement Names = Load("Names");
    private static readonly Statement Export = ExportFormat.Load("Segments/Members/Sql/Export.sql");

    // Stands in where there is nobody to list, so that the statement has all its values.
    private static readonly DateOnly NoDate = new(1970, 1, 1);

    /// <summary>Members of a segment in order, after the cursor if there is one.</summary>
    public Task<List<ScoredCustomer>> PageAsync(
        WorkspaceKey workspace, long version, string segment, MemberSort sort, MemberCursor? after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<ScoredCustomer>(
            Of(Page, workspace)
                .With("version", version)
                .With("segment", segment)
                .With("sort", sort.Field)
                .With("sign", sort.Descending ? -1 : 1)
                .With("first", after is null)
                .With("after_value", after?.Value ?? 0)
                .With("after_profile", after?.ProfileId ?? Guid.Empty)
                .With("limit", limit),
            cancellationToken);

    /// <summary>What the model says about some customers; those it does not know are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, ScoredCustomer>> CustomersAsync(
        WorkspaceKey workspace, long version, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        (await engine.ListAsync<ScoredCustomer>(Of(Customers, workspace).With("version", version).With("profiles", profiles), cancellationToken))
        .ToDictionary(customer => customer.ProfileId);

    /// <summary>Since when customers are in their segments, to the month; nothing while the last month's end is not computed.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> SinceAsync(
        WorkspaceKey workspace, RfmStanding standing, IReadOnlyCollection<ScoredCustomer> customers, CancellationToken cancellationToken)
    {
        if (standing is not { Snapshot: { } snapshot, Result.ReferenceDate: { } reference })
        {
            return new Dictionary<Guid, DateOnly>();
        }

        var ids = customers.Select(customer => customer.ProfileId).ToList();
        var before = (await engine.ListAsync<SnapshotRow>(
            Of(Since, workspace).With("version", snapshot).With("profiles", ids), cancellationToken)).ToDictionary(row => row.ProfileId);

        // Who was elsewhere at the last month's end came since: all that is certain is that they are here now.
        return customers.ToDictionary(
            customer => customer.ProfileId,
            customer => before.TryGetValue(customer.ProfileId, out var row) && row.Segment == customer.Segment ? row.Since : reference);
    }

    /// <summary>What some profiles are called.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProfileName>> NamesAsync(
        WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        (await engine.ListAsync<ProfileName>(Of(Names, workspace).With("profiles", profiles), cancellationToken)).ToDictionary(name => name.ProfileId);

    /// <summary>The statement that lists all members of a segment.</summary>
    public static Statement ExportOf(WorkspaceKey workspace, RfmStanding standing, string segment) => Of(Export, workspace)
        .With("version", standing.Version ?? 0)
        .With("snapshot", standing.Snapshot ?? 0)
        .With("segment", segment)
        .With("reference_date", standing.Result?.ReferenceDate ?? NoDate);

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Members/Sql/{name}.sql"));
}
