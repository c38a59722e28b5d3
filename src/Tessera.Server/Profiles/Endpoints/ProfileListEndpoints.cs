using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Profiles.Searching;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Lists of customers.</summary>
internal static class ProfileListEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 1000;
    private const int MostColumns = 20;
    private const int MostColumnsListed = 500;

    public static void Map(IEndpointRouteBuilder profiles)
    {
        profiles.MapGet("", ListAsync)
            .WithName("listProfiles")
            .WithSummary("The customers that match a filter, a page at a time; or the one with an identifier.")
            .WithDescription(
                "search: text that any identifier, the name or the e-mail address begins with or contains; exact matches come first, then those that begin with it, in the order "
                + "of the alphabet unless sort is given. segment: the key of a segment. "
                + "sort: revenue, orders, firstSeen or lastSeen, with a minus in front for descending; default -revenue without search. "
                + "columns: names of traits to say beside, with commas between; at most 20. "
                + "identifier=KIND:VALUE answers with that one profile instead, as GET /api/profiles/by-identifier does.")
            .Produces<ProfileList>()
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status410Gone);
        profiles.MapGet("/columns", ColumnsAsync)
            .WithName("listProfileColumns")
            .WithSummary("The traits that a list of customers may show, the commonest first, with the share of customers that have each; of many customers, of a sample.");
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ProfileListRequest request,
        CurrentWorkspace workspace,
        ProfileQueries queries,
        ProfileSearch search,
        ProfileDetails details,
        ICustomerSegments segments,
        CancellationToken cancellationToken)
    {
        if (request.Identifier is { } identifier)
        {
            return (await ProfileEndpoints.FindAsync(identifier, workspace, details, cancellationToken)).Result;
        }

        if (request.Limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(request.Limit, LargestLimit));
        }

        string[] columns = [.. (request.Columns ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (columns.Length > MostColumns)
        {
            return new ProblemResult(ProfileProblems.ColumnsInvalid(MostColumns));
        }

        if (!ProfileFilter.TryCreate(request.Search, request.Segment, request.Sort, out var filter))
        {
            return new ProblemResult(ProfileProblems.SortUnknown(request.Sort));
        }

        var tables = await segments.TablesAsync(workspace.Key, cancellationToken);
        if (filter.Segment.Length > 0 && !tables.SegmentNames.ContainsKey(filter.Segment))
        {
            return new ProblemResult(ProfileProblems.SegmentUnknown(filter.Segment, tables.SegmentNames.Keys));
        }

        var page = new Page(workspace.Key, tables, request.Limit ?? DefaultLimit, request.Cursor, columns, queries);
        return filter.Search.Length > 0 && filter.Segment.Length == 0 && string.IsNullOrEmpty(request.Sort)
            ? await SearchAsync(page, filter.Search, search, cancellationToken)
            : await SortAsync(page, filter, segments, cancellationToken);
    }

    private static async Task<Ok<ProfileColumnList>> ColumnsAsync(CurrentWorkspace workspace, ProfileQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ProfileColumnList((await queries.ColumnsAsync(workspace.Key, MostColumnsListed, cancellationToken)).ConvertAll(
            row => new ProfileColumn(row.Column, (double)row.Customers / row.Sampled))));

    private static async Task<IResult> SearchAsync(Page page, string text, ProfileSearch search, CancellationToken cancellationToken)
    {
        SearchCursor? after = null;
        if (!string.IsNullOrEmpty(page.Cursor) && (!OpaqueCursor.TryRead(page.Cursor, out after) || after.Search != text))
        {
            return new ProblemResult(PagingProblems.CursorInvalid("filter and sort"));
        }

        var found = await search.FindAsync(page.Workspace, text, after?.Last, page.Limit + 1, cancellationToken);
        return await page.AnswerAsync(
            [.. found.Select(profile => profile.ProfileId)], last => OpaqueCursor.Write(new SearchCursor(text, found[last])), cancellationToken);
    }

    private static async Task<IResult> SortAsync(Page page, ProfileFilter filter, ICustomerSegments segments, CancellationToken cancellationToken)
    {
        ProfileCursor? after = null;
        if (!string.IsNullOrEmpty(page.Cursor))
        {
            if (!OpaqueCursor.TryRead(page.Cursor, out after) || after.Filter != filter)
            {
                return new ProblemResult(PagingProblems.CursorInvalid("filter and sort"));
            }

            if (!await segments.AreReadableAsync(page.Workspace, after.TotalsVersion, after.RfmVersion, cancellationToken))
            {
                return new ProblemResult(ProfileProblems.CursorExpired());
            }

            page = page with { Tables = page.Tables with { TotalsVersion = after.TotalsVersion, RfmVersion = after.RfmVersion } };
        }

        var (tables, found) = (page.Tables, await page.Queries.PageAsync(page.Workspace, page.Tables, filter, after?.Last, page.Limit + 1, cancellationToken));
        return await page.AnswerAsync(
            found.ConvertAll(position => position.ProfileId),
            last => OpaqueCursor.Write(new ProfileCursor(filter, tables.TotalsVersion, tables.RfmVersion, found[last])),
            cancellationToken);
    }

    /// <summary>A page that was asked for.</summary>
    private sealed record Page(WorkspaceKey Workspace, CustomerTables Tables, int Limit, string? Cursor, IReadOnlyList<string> Columns, ProfileQueries Queries)
    {
        /// <summary>Says of the profiles what a list says; one more than the page has means that there is another.</summary>
        public async Task<IResult> AnswerAsync(List<Guid> found, Func<int, string> cursorAfter, CancellationToken cancellationToken)
        {
            if (found.Count == 0)
            {
                return TypedResults.Ok(new ProfileList([], Next: null));
            }

            var page = found.Take(Limit).ToList();
            var summaries = await Queries.SummariesAsync(Workspace, Tables, page, Columns, cancellationToken);
            return TypedResults.Ok(new ProfileList(
                [.. page.Where(summaries.ContainsKey).Select(profile => Summary(summaries[profile]))], found.Count > Limit ? cursorAfter(page.Count - 1) : null));
        }

        private ProfileSummary Summary(ProfileSummaryRow row) => new(
            row.ProfileId,
            new Identifier(row.Kind, row.Identifier),
            ProfileDetails.NullIfEmpty(row.Name),
            ProfileDetails.NullIfEmpty(row.Country),
            row.FirstSeen,
            row.LastSeen,
            row.Orders,
            row.Revenue.Plain(),
            Tables.SegmentNames.TryGetValue(row.Segment, out var name) ? [new SegmentReference(row.Segment, name)] : [],
            Columns.Zip(row.Columns).Where(column => column.Second.Length > 0).ToDictionary(
                column => column.First, column => JsonSerializer.Deserialize<JsonElement>(column.Second), StringComparer.Ordinal));
    }
}
