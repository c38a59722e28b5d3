using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Explaining;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Members;

/// <summary>Answers the other capabilities.</summary>
internal sealed class CustomerSegments(RfmReader reader, CustomerTableVersions versions, MemberQueries members, RuleStore rules, ICustomerIdentity identity, ClickHouseClient engine, IWorkspaceDirectory workspaces) : ICustomerSegments
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

    public async Task<CustomerStanding?> FindAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace, cancellationToken);
        if (standing is not { Version: { } version, Result: { } result })
        {
            return null;
        }

        var scored = await members.CustomersAsync(workspace, version, [profileId], cancellationToken);
        if (!scored.TryGetValue(profileId, out var customer))
        {
            return null;
        }

        var since = await members.SinceAsync(workspace, standing, [customer], cancellationToken);
        var currency = (await workspaces.FindAsync(workspace, cancellationToken))?.Currency ?? "";
        return new CustomerStanding(
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
            since.TryGetValue(profileId, out var date) ? date : null,
            new RfmExplainer(result, currency).Why(customer));
    }

    public async Task<IReadOnlyList<CustomerMembership>> MembershipsAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken)
    {
        var segments = await rules.ListAsync(workspace, cancellationToken);
        if (segments.Count == 0)
        {
            return [];
        }

        var rows = await engine.ListAsync<(string Segment, DateTimeOffset Since)>(
            Memberships
                .With("workspace", workspace.Value)
                .With("segments", segments.Select(segment => segment.Key).ToList())
                .With("nodes", await identity.NodesOfAsync(profileId, cancellationToken))
                .With("profile_id", profileId),
            cancellationToken);
        var since = rows.ToDictionary(row => row.Segment, row => row.Since, StringComparer.Ordinal);
        return [.. segments.Where(segment => since.ContainsKey(segment.Key)).Select(segment => new CustomerMembership(segment.Key, segment.Name, SegmentKinds.Rule, since[segment.Key]))];
    }

    private async Task<bool> IsReadableAsync(WorkspaceKey workspace, CustomerTable table, long version, CancellationToken cancellationToken) =>
        version == 0 || await versions.ReadableAsync(workspace, table, version, cancellationToken) is not null;
}
