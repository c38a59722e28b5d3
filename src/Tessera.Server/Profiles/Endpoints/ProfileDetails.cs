using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Puts together everything known about one customer.</summary>
internal sealed class ProfileDetails(ProfileQueries queries, ICustomerSegments segments, IWorkspaceDirectory workspaces)
{
    public async Task<ProfileView> OfAsync(WorkspaceKey workspace, ProfileRow row, CancellationToken cancellationToken)
    {
        var value = await queries.ValueAsync(workspace, row.ProfileId, cancellationToken);
        var standing = await segments.FindAsync(workspace, row.ProfileId, cancellationToken);
        var currency = (await workspaces.FindAsync(workspace, cancellationToken))?.Currency ?? "";
        return new ProfileView(
            row.ProfileId,
            await queries.IdentifiersAsync(row, cancellationToken),
            NullIfEmpty(row.Name),
            NullIfEmpty(row.Country),
            JsonObjectText.Read(row.Traits),
            await queries.CompanyAsync(workspace, row.ProfileId, cancellationToken),
            row.FirstSeen,
            row.LastSeen,
            [
                .. standing is null ? (ProfileSegment[])[] : [new ProfileSegment(standing.SegmentKey, standing.SegmentName, standing.SegmentKind, standing.Since)],
                .. (await segments.MembershipsAsync(workspace, row.ProfileId, cancellationToken)).Select(
                    membership => new ProfileSegment(membership.Key, membership.Name, membership.Kind, DateOnly.FromDateTime(membership.Since.UtcDateTime))),
            ],
            standing is null ? new Dictionary<string, double>(StringComparer.Ordinal) : Scores(standing.Scores),
            standing is null ? null : Rfm(standing),
            Value(value, currency));
    }

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static Dictionary<string, double> Scores(CustomerScores scores) => new(StringComparer.Ordinal)
    {
        ["rfm.recency"] = scores.Recency,
        ["rfm.frequency"] = scores.Frequency,
        ["rfm.monetary"] = scores.Monetary,
    };

    private static ProfileRfm Rfm(CustomerStanding standing) => new(
        standing.RecencyDays,
        standing.Frequency,
        standing.Monetary,
        standing.ReferenceDate,
        standing.WindowDays,
        standing.IsNet,
        standing.Scores,
        new SegmentReference(standing.SegmentKey, standing.SegmentName),
        standing.Why);

    private static ProfileValue Value(CustomerValueRow value, string currency) => new(
        value.Orders,
        value.Revenue.Plain(),
        value.Returns.Plain(),
        value.Orders > 0 ? decimal.Round(value.Revenue / value.Orders, 2) : 0,
        currency);
}
