using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Endpoints;

internal static class SegmentMemberEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 1000;

    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/{key}/members", ListAsync)
            .WithName("listSegmentMembers")
            .WithSummary("The members of a segment, a page at a time.")
            .WithDescription(
                "sort: monetary, frequency or recency (days since the last purchase), with a minus in front for descending; default -monetary. "
                + "A list goes on in the computation it began with, for up to 15 minutes after a newer one; then its cursor answers 410. "
                + "Segments in the language have no sort; at asks for the members at an instant, found over all history.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status410Gone);
        MapExport(segments, ExportFormat.Csv, "exportSegmentMembers", "All members of a segment as CSV.");
        MapExport(segments, ExportFormat.JsonLines, "exportSegmentMembersAsJsonLines", "All members of a segment as JSON Lines.");
        MapExport(segments, ExportFormat.Parquet, "exportSegmentMembersAsParquet", "All members of a segment as Parquet.");
    }

    private static async Task<Results<Ok<SegmentMemberList>, ProblemResult>> ListAsync(
        string key,
        int? limit,
        string? cursor,
        string? sort,
        string? at,
        CurrentWorkspace workspace,
        RfmReader reader,
        MemberQueries queries,
        CustomerTableVersions versions,
        RuleMembers rules,
        RuleStore store,
        CancellationToken cancellationToken)
    {
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        if (!MemberSort.TryParse(sort, out var order))
        {
            return new ProblemResult(SegmentProblems.OneOf("sort-unknown", "sort", sort, MemberSort.Fields));
        }

        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        if (!standing.Naming.TryFind(key, out _))
        {
            if (!string.IsNullOrEmpty(sort))
            {
                return new ProblemResult(SegmentProblems.Invalid("sort-unknown", "sort is not offered for segments in the language; leave it out."));
            }

            var (members, problem) = await rules.PageAsync(workspace.Key, key, at, cursor, limit ?? DefaultLimit, cancellationToken);
            return members is null ? new ProblemResult(problem ?? await SegmentProblems.NotFoundAsync(key, standing.Naming, store, workspace.Key, cancellationToken)) : TypedResults.Ok(members);
        }

        if (at is not null)
        {
            return new ProblemResult(SegmentProblems.AtNotKept());
        }

        MemberCursor? after = null;
        if (!string.IsNullOrEmpty(cursor)
            && (!OpaqueCursor.TryRead(cursor, out after) || after.Segment != key || after.Sort != order.ToString()))
        {
            return new ProblemResult(PagingProblems.CursorInvalid("segment and sort"));
        }

        if (after is not null && await versions.ReadableAsync(workspace.Key, CustomerTable.Rfm, after.Version, cancellationToken) is null)
        {
            return new ProblemResult(SegmentProblems.CursorExpired());
        }

        var version = after?.Version ?? standing.Version ?? 0;
        var size = limit ?? DefaultLimit;
        var page = await queries.PageAsync(workspace.Key, version, key, order, after, size + 1, cancellationToken);
        var shown = page.Take(size).ToList();
        var next = page.Count > size ? OpaqueCursor.Write(new MemberCursor(version, key, order.ToString(), shown[^1].SortValue, shown[^1].ProfileId)) : null;
        return TypedResults.Ok(new SegmentMemberList(await DescribeAsync(workspace.Key, standing, shown, queries, cancellationToken), next));
    }

    private static async Task<IReadOnlyList<SegmentMember>> DescribeAsync(
        WorkspaceKey workspace, RfmStanding standing, List<ScoredCustomer> customers, MemberQueries queries, CancellationToken cancellationToken)
    {
        if (customers.Count == 0)
        {
            return [];
        }

        var names = await queries.NamesAsync(workspace, customers.ConvertAll(customer => customer.ProfileId), cancellationToken);
        var since = await queries.SinceAsync(workspace, standing, customers, cancellationToken);
        return customers.ConvertAll(customer =>
        {
            names.TryGetValue(customer.ProfileId, out var name);
            return new SegmentMember(
                customer.ProfileId,
                name is null ? new Identifier("profile_id", customer.ProfileId.ToString()) : new Identifier(name.Kind, name.Identifier),
                NullIfEmpty(name?.Name),
                NullIfEmpty(name?.Country),
                since.TryGetValue(customer.ProfileId, out var date) ? date : null,
                EnteredAt: null,
                customer.RecencyDays,
                customer.Frequency,
                customer.Monetary.Plain(),
                new CustomerScores(customer.R, customer.F, customer.M));
        });
    }

    private static void MapExport(IEndpointRouteBuilder segments, ExportFormat format, string name, string summary) => segments
        .MapGet(
            $"/{{key}}/members.{format.Extension}",
            (string key, string? at, CurrentWorkspace workspace, RfmReader reader, RuleMembers rules, RuleStore store, ClickHouseClient engine, CancellationToken cancellationToken) =>
                ExportAsync(key, at, format, workspace, reader, rules, store, engine, cancellationToken))
        .WithName(name)
        .WithSummary(summary)
        .WithDescription("Of segments in the language, at asks for the members at an instant, found over all history; there is no entered_at then.")
        .WithProblems(StatusCodes.Status400BadRequest)
        .Produces<string>(StatusCodes.Status200OK, format.MediaType);

    private static async Task<Results<ExportAnswer, ProblemResult>> ExportAsync(
        string key,
        string? at,
        ExportFormat format,
        CurrentWorkspace workspace,
        RfmReader reader,
        RuleMembers rules,
        RuleStore store,
        ClickHouseClient engine,
        CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        if (standing.Naming.TryFind(key, out _))
        {
            return at is null ? new ExportAnswer(engine, MemberQueries.ExportOf(workspace.Key, standing, key), key, format) : new ProblemResult(SegmentProblems.AtNotKept());
        }

        var (members, problem) = await rules.ExportAsync(workspace.Key, key, at, cancellationToken);
        return members is null ? new ProblemResult(problem ?? await SegmentProblems.NotFoundAsync(key, standing.Naming, store, workspace.Key, cancellationToken)) : new ExportAnswer(engine, members, key, format);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
