using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles.Endpoints;

internal static class ProfileEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        profiles.MapGet("", ListAsync)
            .WithName("listProfiles")
            .WithSummary("The customers that match a filter, a page at a time; or the one with an identifier.")
            .WithDescription(
                "search: text that the identifier, the name or the e-mail address contains; exact matches come first. segment: the key of a segment. "
                + "sort: revenue, orders, firstSeen or lastSeen, with a minus in front for descending; default -revenue. "
                + "identifier=KIND:VALUE answers with that one profile instead, as GET /api/profiles/by-identifier does.")
            .Produces<ProfileList>()
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status410Gone);
        profiles.MapGet("/by-identifier", FindAsync)
            .WithName("findProfile")
            .WithSummary("Everything known about the customer with an identifier, written KIND:VALUE, such as email:ada@example.com.")
            .WithProblems(StatusCodes.Status400BadRequest);
        profiles.MapGet("/{id:guid}", ShowAsync)
            .WithName("getProfile")
            .WithSummary("Everything known about one customer.");
        ProfileActivityEndpoints.Map(profiles);
        TraitEndpoints.Map(profiles);
    }

    private static async Task<IResult> ListAsync(
        string? search,
        string? segment,
        string? sort,
        int? limit,
        string? cursor,
        string? identifier,
        CurrentWorkspace workspace,
        ProfileQueries queries,
        ProfileDetails details,
        ICustomerSegments segments,
        CancellationToken cancellationToken)
    {
        if (identifier is not null)
        {
            return (await FindAsync(identifier, workspace, queries, details, cancellationToken)).Result;
        }

        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        if (!ProfileFilter.TryCreate(search, segment, sort, out var filter))
        {
            return new ProblemResult(ProfileProblems.SortUnknown(sort));
        }

        var tables = await segments.TablesAsync(workspace.Key, cancellationToken);
        if (filter.Segment.Length > 0 && !tables.SegmentNames.ContainsKey(filter.Segment))
        {
            return new ProblemResult(ProfileProblems.SegmentUnknown(filter.Segment, tables.SegmentNames.Keys));
        }

        ProfileCursor? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!OpaqueCursor.TryRead(cursor, out after) || after.Filter != filter)
            {
                return new ProblemResult(PagingProblems.CursorInvalid("filter and sort"));
            }

            if (!await segments.AreReadableAsync(workspace.Key, after.TotalsVersion, after.RfmVersion, cancellationToken))
            {
                return new ProblemResult(ProfileProblems.CursorExpired());
            }

            tables = tables with { TotalsVersion = after.TotalsVersion, RfmVersion = after.RfmVersion };
        }

        return TypedResults.Ok(await PageAsync(workspace.Key, tables, filter, after?.Last, limit ?? DefaultLimit, queries, cancellationToken));
    }

    private static async Task<ProfileList> PageAsync(
        WorkspaceKey workspace,
        CustomerTables tables,
        ProfileFilter filter,
        ProfilePosition? after,
        int limit,
        ProfileQueries queries,
        CancellationToken cancellationToken)
    {
        var found = await queries.PageAsync(workspace, tables, filter, after, limit + 1, cancellationToken);
        var page = found.Take(limit).ToList();
        if (page.Count == 0)
        {
            return new ProfileList([], Next: null);
        }

        var summaries = await queries.SummariesAsync(workspace, tables, page.ConvertAll(position => position.ProfileId), cancellationToken);
        var next = found.Count > limit ? OpaqueCursor.Write(new ProfileCursor(filter, tables.TotalsVersion, tables.RfmVersion, page[^1])) : null;
        return new ProfileList(
            [.. page.Where(position => summaries.ContainsKey(position.ProfileId)).Select(position => Summary(summaries[position.ProfileId], tables))], next);
    }

    private static ProfileSummary Summary(ProfileSummaryRow row, CustomerTables tables) => new(
        row.ProfileId,
        new Identifier(row.Kind, row.Identifier),
        ProfileDetails.NullIfEmpty(row.Name),
        ProfileDetails.NullIfEmpty(row.Country),
        row.FirstSeen,
        row.LastSeen,
        row.Orders,
        row.Revenue.Plain(),
        tables.SegmentNames.TryGetValue(row.Segment, out var name) ? [new SegmentReference(row.Segment, name)] : []);

    private static async Task<Results<Ok<ProfileView>, ProblemResult>> FindAsync(
        string identifier, CurrentWorkspace workspace, ProfileQueries queries, ProfileDetails details, CancellationToken cancellationToken)
    {
        if (!Identifier.TryParse(identifier, out var parsed))
        {
            return new ProblemResult(ProfileProblems.IdentifierInvalid(identifier));
        }

        return await queries.FindAsync(workspace.Key, parsed, cancellationToken) is { } row
            ? TypedResults.Ok(await details.OfAsync(workspace.Key, row, cancellationToken))
            : new ProblemResult(ProfileProblems.NotFound($"with {parsed}"));
    }

    private static async Task<Results<Ok<ProfileView>, ProblemResult>> ShowAsync(
        Guid id, CurrentWorkspace workspace, ProfileQueries queries, ProfileDetails details, CancellationToken cancellationToken) =>
        await queries.FindAsync(workspace.Key, id, cancellationToken) is { } row
            ? TypedResults.Ok(await details.OfAsync(workspace.Key, row, cancellationToken))
            : new ProblemResult(ProfileProblems.NotFound(id.ToString()));
}
