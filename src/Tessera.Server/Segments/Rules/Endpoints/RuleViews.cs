using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Library;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Makes what is said about segments that people wrote.</summary>
internal sealed class RuleViews(
    RuleStore rules,
    RuleMembership membership,
    MemberQueries queries,
    RfmReader rfm,
    CustomerTableVersions versions,
    IWorkspaceDirectory workspaces,
    TimeProvider time)
{
    /// <summary>All segments with their figures, by name.</summary>
    public async Task<IReadOnlyList<SegmentView>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        await ViewsAsync(workspace, await rules.ListAsync(workspace, cancellationToken), cancellationToken);

    /// <summary>One segment with its figures; null when there is none.</summary>
    public async Task<SegmentView?> FindAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken) =>
        await rules.FindAsync(workspace, key, cancellationToken) is { } segment ? (await ViewsAsync(workspace, [segment], cancellationToken))[0] : null;

    /// <summary>A segment's size at the end of each step, the first first; null when there is none.</summary>
    public async Task<SegmentHistory?> HistoryAsync(WorkspaceKey workspace, string key, bool monthly, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(workspace, key, cancellationToken) is not { } segment || await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            return null;
        }

        var days = await membership.HistoryAsync(workspace, [key], found.TimeZone, cancellationToken);
        var sizes = SizeHistory.Of(days, KeptSince(segment, days, found), Today(found), monthly);
        return new SegmentHistory([.. sizes.Select(point => new SegmentHistoryPoint(point.Date, point.Size, Revenue: null))], Next: null, KeptSince(segment, days, found));
    }

    /// <summary>What is known of some customers, in their order, with the days since their last purchase at an instant.</summary>
    public Task<IReadOnlyList<SegmentMember>> DescribeAsync(WorkspaceKey workspace, IReadOnlyList<Guid> customers, DateTimeOffset at, CancellationToken cancellationToken) =>
        DescribeAsync(workspace, [.. customers.Select(customer => new KeptMember(customer, default))], at, cancellationToken);

    /// <summary>What is known of some members, in their order, with the days since their last purchase at an instant; null: now.</summary>
    public async Task<IReadOnlyList<SegmentMember>> DescribeAsync(
        WorkspaceKey workspace, IReadOnlyList<KeptMember> members, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (members.Count == 0 || await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            return [];
        }

        var ids = members.Select(member => member.ProfileId).ToList();
        var names = await queries.NamesAsync(workspace, ids, cancellationToken);
        var version = await versions.CurrentAsync(workspace, CustomerTable.Rfm, cancellationToken);
        var scored = await queries.CustomersAsync(workspace, version?.Version ?? 0, ids, cancellationToken);
        // The model counts days to its own reference date, which is not the day asked about.
        var later = (await rfm.ReadAsync(workspace, cancellationToken)).Result?.ReferenceDate is { } reference
            ? CalendarDays.Of(at ?? time.GetUtcNow(), found.TimeZone).DayNumber - reference.DayNumber
            : 0;
        return [.. members.Select(member =>
        {
            names.TryGetValue(member.ProfileId, out var name);
            scored.TryGetValue(member.ProfileId, out var customer);
            return new SegmentMember(
                member.ProfileId,
                name is null ? new Identifier("profile_id", member.ProfileId.ToString()) : new Identifier(name.Kind, name.Identifier),
                string.IsNullOrEmpty(name?.Name) ? null : name.Name,
                string.IsNullOrEmpty(name?.Country) ? null : name.Country,
                member.Since == default ? null : CalendarDays.Of(member.Since, found.TimeZone),
                member.Since == default ? null : member.Since,
                customer?.RecencyDays + later is { } days and >= 0 ? days : null,
                customer?.Frequency,
                customer?.Monetary.Plain(),
                customer is null ? null : new CustomerScores(customer.R, customer.F, customer.M));
        })];
    }

    private async Task<IReadOnlyList<SegmentView>> ViewsAsync(WorkspaceKey workspace, IReadOnlyList<RuleSegment> segments, CancellationToken cancellationToken)
    {
        if (segments.Count == 0 || await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            return [];
        }

        var today = Today(found);
        var keys = segments.Select(segment => segment.Key).ToList();
        var customers = await membership.CustomersAsync(workspace, cancellationToken);
        var totals = await versions.CurrentAsync(workspace, CustomerTable.Totals, cancellationToken);
        var worth = await membership.WorthAsync(workspace, keys, totals?.Version ?? 0, today, found.TimeZone, cancellationToken);
        var revenue = (await rfm.ReadAsync(workspace, cancellationToken)).Result?.Cells.Sum(cell => cell.Revenue) ?? 0;
        var days = (await membership.HistoryAsync(workspace, keys, found.TimeZone, cancellationToken)).ToLookup(day => day.Segment, StringComparer.Ordinal);
        return [.. segments.Select(segment => View(segment, customers, revenue, worth.GetValueOrDefault(segment.Key), Trend(segment)))];

        IReadOnlyList<SegmentTrendPoint> Trend(RuleSegment segment) =>
            [.. SizeHistory.Of(days[segment.Key], KeptSince(segment, days[segment.Key], found), today, monthly: true)];
    }

    private static SegmentView View(RuleSegment segment, long customers, decimal allRevenue, SegmentWorth? worth, IReadOnlyList<SegmentTrendPoint> trend)
    {
        var size = trend.Count > 0 ? trend[^1].Size : 0;
        var before = trend.Count > 1 ? trend[^2].Size : 0;
        return new SegmentView(
            segment.Key,
            segment.Name,
            SegmentKinds.Rule,
            segment.Description,
            segment.Definition,
            size,
            customers > 0 ? size / (double)customers : 0,
            (worth?.Revenue ?? 0).Plain(),
            allRevenue > 0 ? (double)((worth?.Revenue ?? 0) / allRevenue) : 0,
            size > 0 ? decimal.Round((worth?.Revenue ?? 0) / size, 2) : 0,
            worth is { Buyers: > 0 } ? worth.RecencyDays / (double)worth.Buyers : 0,
            size > 0 ? (worth?.Orders ?? 0) / (double)size : 0,
            trend,
            before > 0 ? (size - before) / (double)before : null,
            Advice: string.Empty,
            Rules: segment.Tree.Describe(),
            segment.Version,
            segment.Failure is not null ? "failed" : segment.IsComputed ? "ready" : "computing",
            segment.ComputedAt,
            segment.ChangedAt,
            segment.ChangedBy,
            segment.Library is { } library ? LibraryCatalogue.Find(library)?.Strategy : null,
            segment.Failure);
    }

    // The members a segment had when it was first computed entered it then, which is its first day.
    private static DateOnly? KeptSince(RuleSegment segment, IEnumerable<KeptDay> days, Workspace workspace) =>
        days.Select(day => (DateOnly?)day.Day).FirstOrDefault() ?? (segment.IsComputed ? CalendarDays.Of(segment.CreatedAt, workspace.TimeZone) : null);

    private DateOnly Today(Workspace workspace) => CalendarDays.Of(time.GetUtcNow(), workspace.TimeZone);
}
