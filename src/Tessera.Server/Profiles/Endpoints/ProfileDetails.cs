using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Privacy.Contracts;
using Tessera.Server.Profiles.Companies;
using Tessera.Server.Profiles.Computing;
using Tessera.Server.Profiles.Documents;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Puts together everything known about one customer.</summary>
internal sealed class ProfileDetails(
    ProfileQueries queries, DocumentFacts facts, CompanyQueries companies, ICustomerSegments segments, ICustomerIdentity identity, IWorkspaceDirectory workspaces,
    IErasureRecords erasures, ProfileDocuments documents)
{
    /// <summary>All of the profile of an id, or of the one that it was merged into; null when there is none.</summary>
    public Task<ProfileView?> FindAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken) =>
        FindAsync(workspace, profileId, _ => true, cancellationToken);

    /// <summary>All of the profile known by an identifier; null when there is none.</summary>
    public async Task<ProfileView?> FindAsync(WorkspaceKey workspace, Identifier identifier, CancellationToken cancellationToken)
    {
        // An id is derived from an identifier, so mostly the answer is a key away.
        var own = ProfileId.For(workspace, identifier).Value;
        return await FindAsync(workspace, own, row => row.ProfileId != own || (row.Kind == identifier.Kind && row.Identifier == identifier.Value), cancellationToken)
            ?? (await queries.FindOtherwiseAsync(workspace, identifier, cancellationToken) is { } row ? await FindAsync(workspace, row.ProfileId, cancellationToken) : null);
    }

    private async Task<ProfileView?> FindAsync(WorkspaceKey workspace, Guid asked, Predicate<ProfileRow> isMeant, CancellationToken cancellationToken)
    {
        var profile = identity.ProfileOf(asked);
        var settings = await workspaces.FindAsync(workspace, cancellationToken);
        var linked = await identity.IdentifiersOfAsync(profile, cancellationToken);
        IReadOnlyList<Guid> nodes = linked.Count == 0 ? [profile] : [.. linked.Select(known => known.Node.Id)];

        var timeZone = settings?.TimeZone ?? "UTC";
        var kept = documents.Find(workspace, profile, nodes, timeZone);
        if ((kept ?? await FromEngineAsync(workspace, profile, timeZone, cancellationToken)) is not { } document || !isMeant(document.Row))
        {
            return null;
        }

        var (row, activity, value) = (document.Row, document.Activity, document.Value);
        var memberships = await segments.NamedAsync(workspace, document.Memberships, cancellationToken);
        var standing = await StandingAsync(workspace, document, cancellationToken);
        var currency = settings?.Currency ?? "";
        return new ProfileView(
            row.ProfileId,
            Identifiers(row, linked, activity),
            NullIfEmpty(row.Name),
            NullIfEmpty(row.Country),
            JsonObjectText.Read(row.Traits),
            JsonObjectText.Read(activity.Context),
            Computed(activity, value, currency),
            activity.Company.Length == 0 ? null : await companies.NameAsync(workspace, activity.Company, cancellationToken),
            row.FirstSeen,
            row.LastSeen,
            [
                .. standing is null ? (ProfileSegment[])[] : [new ProfileSegment(standing.SegmentKey, standing.SegmentName, standing.SegmentKind, standing.Since)],
                .. memberships.Select(
                    membership => new ProfileSegment(membership.Key, membership.Name, membership.Kind, DateOnly.FromDateTime(membership.Since.UtcDateTime))),
            ],
            standing is null ? new Dictionary<string, double>(StringComparer.Ordinal) : Scores(standing.Scores),
            standing is null ? null : Rfm(standing),
            Value(value, currency),
            await erasures.LastAsync(row.ProfileId, cancellationToken));
    }

    private async Task<ProfileDocument?> FromEngineAsync(WorkspaceKey workspace, Guid profile, string timeZone, CancellationToken cancellationToken)
    {
        var built = await facts.BuildAsync(workspace, [profile], timeZone, cancellationToken);
        if (built.Count > 0)
        {
            // The next one who asks is answered without the engine.
            documents.Changed(workspace, [profile]);
        }

        return built.Count == 0 ? null : built[0].Document;
    }

    // Another computation is another standing, which is asked for until the document is put together again.
    private async Task<CustomerStanding?> StandingAsync(WorkspaceKey workspace, ProfileDocument document, CancellationToken cancellationToken)
    {
        if (document.StandingMark == await segments.StandingsMarkAsync(workspace, cancellationToken))
        {
            return document.Standing;
        }

        documents.Changed(workspace, [document.Row.ProfileId]);
        return (await segments.StandingsAsync(workspace, [document.Row.ProfileId], cancellationToken)).Standings.GetValueOrDefault(document.Row.ProfileId);
    }

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // The one that the profile's id is made of comes first. Beside calls stored under it, an identifier is seen in the calls that link it.
    private static IReadOnlyList<ProfileIdentifier> Identifiers(ProfileRow row, IReadOnlyList<KnownIdentifier> linked, ActivityRow activity)
    {
        var seen = activity.Seen.ToDictionary(node => node.Node, node => new Evidence(node.First.Time, node.First.MessageId, node.First.Source));
        if (linked.Count == 0)
        {
            var first = seen.TryGetValue(row.ProfileId, out var call) ? call : new Evidence(row.FirstSeen, string.Empty, string.Empty);
            return [.. row.Identifiers.Select(identifier => new ProfileIdentifier(identifier.Kind, identifier.Value, first.Source, first.Time))];
        }

        return
        [
            .. linked
                .OrderByDescending(known => known.Node.Id == row.ProfileId)
                .ThenBy(known => known.Node.Identifier.Kind, StringComparer.Ordinal)
                .ThenBy(known => known.Node.Identifier.Value, StringComparer.Ordinal)
                .Select(known =>
                {
                    var first = seen.TryGetValue(known.Node.Id, out var call) && call < known.First ? call : known.First;
                    return new ProfileIdentifier(known.Node.Identifier.Kind, known.Node.Identifier.Value, first.Source, first.Time);
                }),
        ];
    }

    private static ProfileComputed Computed(ActivityRow activity, CustomerValueRow value, string currency) => new(
        activity.Sessions, activity.DaysActive, activity.Devices, AcquisitionChannel.Of(activity.Touch), (value.Revenue - value.Returns).Plain(), currency);

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
