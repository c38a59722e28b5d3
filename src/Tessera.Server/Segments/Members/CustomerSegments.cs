using System.Globalization;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Explaining;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Members;

/// <summary>Answers the other capabilities.</summary>
internal sealed class CustomerSegments(RfmReader reader, CustomerTableVersions versions, MemberQueries members, RuleStore rules, ClickHouseClient engine, IWorkspaceDirectory workspaces) : ICustomerSegments
{
    private static readonly Statement Memberships = new(EmbeddedSql.Read("Segments/Members/Sql/Memberships.sql"));

    public async Task<CustomerTables> TablesAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var totals = await versions.CurrentAsync(workspace, CustomerTable.Totals, cancellationToken);
        var standing = await reader.ReadAsync(workspace, cancellationToken);
        return new CustomerTables(
            totals?.Version ?? 0,
            standing.Version ?? 0,
            standing.Naming.Segments.ToDictionary(segment => segment.Key, segment => segment.Name, StringComparer.Ordinal));
    }

    public async Task<bool> AreReadableAsync(WorkspaceKey workspace, long totalsVersion, long rfmVersion, CancellationToken cancellationToken) =>
        await IsReadableAsync(workspace, CustomerTable.Totals, totalsVersion, cancellationToken)
        && await IsReadableAsync(workspace, CustomerTable.Rfm, rfmVersion, cancellationToken);

    public async Task<CustomerStandings> StandingsAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace, cancellationToken);
        var currency = await CurrencyAsync(workspace, cancellationToken);
        var mark = Mark(standing, currency);
        if (standing is not { Version: { } version, Result: { } result } || profiles.Count == 0)
        {
            return new CustomerStandings(mark, new Dictionary<Guid, CustomerStanding>());
        }

        var scored = await members.CustomersAsync(workspace, version, profiles, cancellationToken);
        var since = scored.Count == 0 ? new Dictionary<Guid, DateOnly>() : await members.SinceAsync(workspace, standing, [.. scored.Values], cancellationToken);
        var explainer = new RfmExplainer(result, currency);
        return new CustomerStandings(
            mark,
            scored.Values.ToDictionary(
                customer => customer.ProfileId,
                customer => new CustomerStanding(
                    customer.RecencyDays,
                    customer.Frequency,
                    customer.Monetary.Plain(),
                    result.ReferenceDate,
                    result.Options.WindowDays,
                    result.Options.Monetary == RfmMonetary.Net,
                    new CustomerScores(customer.R, customer.F, customer.M),
                    customer.Segment,
                    standing.Naming.Of(customer.Scores).Name,
                    SegmentKinds.Rfm,
                    since.TryGetValue(customer.ProfileId, out var date) ? date : null,
                    explainer.Why(customer))));
    }

    public async Task<string> StandingsMarkAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        Mark(await reader.ReadAsync(workspace, cancellationToken), await CurrencyAsync(workspace, cancellationToken));

    public async Task<ILookup<Guid, RecordedMembership>> MembershipsAsync(
        WorkspaceKey workspace, IReadOnlyList<(Guid Node, Guid Owner)> owners, CancellationToken cancellationToken)
    {
        var segments = await rules.NamesAsync(workspace, cancellationToken);
        var created = segments.ToDictionary(segment => segment.Key, segment => segment.CreatedAt, StringComparer.Ordinal);
        IReadOnlyList<(Guid Owner, string Segment, DateTimeOffset Since)> rows = segments.Count == 0 || owners.Count == 0
            ? []
            : await engine.ListAsync<(Guid Owner, string Segment, DateTimeOffset Since)>(
                Memberships
                    .With("workspace", workspace.Value)
                    .With("segments", created.Keys.ToList())
                    .With("nodes", owners.Select(owner => owner.Node).ToList())
                    .With("owners", owners.Select(owner => owner.Owner).ToList()),
                cancellationToken);
        return rows.ToLookup(row => row.Owner, row => new RecordedMembership(row.Segment, created[row.Segment], row.Since));
    }

    public async Task<IReadOnlyList<CustomerMembership>> NamedAsync(WorkspaceKey workspace, IReadOnlyList<RecordedMembership> memberships, CancellationToken cancellationToken)
    {
        if (memberships.Count == 0)
        {
            return [];
        }

        var since = memberships.ToDictionary(membership => (membership.Segment, membership.CreatedAt), membership => membership.Since);
        return
        [
            .. (await rules.NamesAsync(workspace, cancellationToken))
                .Where(segment => since.ContainsKey((segment.Key, segment.CreatedAt)))
                .Select(segment => new CustomerMembership(segment.Key, segment.Name, SegmentKinds.Rule, since[(segment.Key, segment.CreatedAt)])),
        ];
    }

    private async Task<string> CurrencyAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => (await workspaces.FindAsync(workspace, cancellationToken))?.Currency ?? "";

    private static string Mark(RfmStanding standing, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{standing.Version} {standing.Snapshot} {currency}");

    private async Task<bool> IsReadableAsync(WorkspaceKey workspace, CustomerTable table, long version, CancellationToken cancellationToken) =>
        version == 0 || await versions.ReadableAsync(workspace, table, version, cancellationToken) is not null;
}
