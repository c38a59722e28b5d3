using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Profiles.Endpoints;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles.Companies.Endpoints;

/// <summary>Companies, which group calls make, and who belongs to them.</summary>
internal static class CompanyEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var companies = api.MapGroup("/companies").WithTags("Companies");
        companies.MapGet("", ListAsync)
            .WithName("listCompanies")
            .WithSummary("Companies by name, a page at a time; search finds parts of names and keys, key one company by the id that group calls give it.")
            .WithProblems(StatusCodes.Status400BadRequest);
        companies.MapGet("/{id:guid}", ShowAsync)
            .WithName("getCompany")
            .WithSummary("Everything known about one company.");
        companies.MapGet("/{id:guid}/members", MembersAsync)
            .WithName("listCompanyMembers")
            .WithSummary("Who belongs to a company and who did, with the times.")
            .WithProblems(StatusCodes.Status400BadRequest);
        companies.MapGet("/{id:guid}/events", EventsAsync)
            .WithName("listCompanyEvents")
            .WithSummary("What those did who belong to a company now, newest first.")
            .WithProblems(StatusCodes.Status400BadRequest);
        api.MapGet("/profiles/{id:guid}/companies", SpansAsync)
            .WithTags("Profiles")
            .WithName("listProfileCompanies")
            .WithSummary("The companies that a customer belonged to, the latest first, with the times.");
    }

    private static async Task<Results<Ok<CompanyList>, ProblemResult>> ListAsync(
        string? search, string? key, int? limit, string? cursor, CurrentWorkspace workspace, CompanyQueries queries, CancellationToken cancellationToken)
    {
        var text = search?.Trim() ?? "";
        if (Refuse<CompanyCursor>(limit, cursor, out var after) is { } problem)
        {
            return new ProblemResult(problem);
        }

        if (after is not null && after.Search != text)
        {
            return new ProblemResult(PagingProblems.CursorInvalid("search"));
        }

        var size = limit ?? DefaultLimit;
        var found = await queries.PageAsync(workspace.Key, text, key ?? "", after, size + 1, cancellationToken);
        var page = found.Take(size).ToList();
        var members = await queries.MemberCountsAsync(workspace.Key, page.ConvertAll(company => company.CompanyId), cancellationToken);
        var next = found.Count > size ? OpaqueCursor.Write(new CompanyCursor(text, page[^1].Rank, page[^1].Name, page[^1].CompanyId)) : null;
        return TypedResults.Ok(new CompanyList(
            page.ConvertAll(company => new CompanySummary(
                company.CompanyId, company.Key, company.Name, members.GetValueOrDefault(company.CompanyId), company.FirstSeen, company.LastSeen)),
            next));
    }

    private static async Task<Results<Ok<CompanyView>, ProblemResult>> ShowAsync(Guid id, CurrentWorkspace workspace, CompanyQueries queries, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(workspace.Key, id, cancellationToken) is not { } facts)
        {
            return new ProblemResult(ProfileProblems.CompanyNotFound(id));
        }

        var named = await queries.NameAsync(workspace.Key, facts.Key, cancellationToken);
        var traits = await queries.TraitsAsync(workspace.Key, id, cancellationToken);
        var (members, nodes) = await queries.MemberNodesAsync(workspace.Key, id, cancellationToken);
        var activity = await queries.ActivityAsync(workspace.Key, nodes, cancellationToken);
        return TypedResults.Ok(new CompanyView(
            id,
            facts.Key,
            named.Name,
            traits.ConvertAll(trait => new CompanyTrait(trait.Name, JsonSerializer.Deserialize<JsonElement>(trait.Value), trait.Source, trait.Time)),
            members,
            facts.FirstSeen,
            activity.LastSeen > facts.LastSeen ? activity.LastSeen : facts.LastSeen,
            activity.Events));
    }

    private static async Task<Results<Ok<CompanyMemberList>, ProblemResult>> MembersAsync(
        Guid id,
        int? limit,
        string? cursor,
        CurrentWorkspace workspace,
        CompanyQueries queries,
        ProfileQueries profiles,
        ICustomerSegments segments,
        CancellationToken cancellationToken)
    {
        if (Refuse<MemberCursor>(limit, cursor, out var after) is { } problem)
        {
            return new ProblemResult(problem);
        }

        if (await queries.FindAsync(workspace.Key, id, cancellationToken) is null)
        {
            return new ProblemResult(ProfileProblems.CompanyNotFound(id));
        }

        var size = limit ?? DefaultLimit;
        var found = await queries.MembersAsync(workspace.Key, id, after, size + 1, cancellationToken);
        var page = found.Take(size).ToList();
        var tables = await segments.TablesAsync(workspace.Key, cancellationToken);
        var known = await profiles.SummariesAsync(workspace.Key, tables, [.. page.Select(member => member.ProfileId).Distinct()], columns: [], cancellationToken);
        var next = found.Count > size ? OpaqueCursor.Write(new MemberCursor(page[^1].Until is null, page[^1].Since, page[^1].ProfileId)) : null;
        return TypedResults.Ok(new CompanyMemberList(page.ConvertAll(member => Member(member, known.GetValueOrDefault(member.ProfileId))), next));
    }

    private static async Task<Results<Ok<EventList>, ProblemResult>> EventsAsync(
        Guid id, int? limit, string? cursor, CurrentWorkspace workspace, CompanyQueries queries, ProfileQueries profiles, CancellationToken cancellationToken)
    {
        if (Refuse<EventCursor>(limit, cursor, out var after) is { } problem)
        {
            return new ProblemResult(problem);
        }

        if (await queries.FindAsync(workspace.Key, id, cancellationToken) is null)
        {
            return new ProblemResult(ProfileProblems.CompanyNotFound(id));
        }

        var (_, nodes) = await queries.MemberNodesAsync(workspace.Key, id, cancellationToken);
        return TypedResults.Ok(await ProfileActivityEndpoints.EventPageAsync(workspace.Key, nodes, after, limit ?? DefaultLimit, profiles, cancellationToken));
    }

    private static async Task<Results<Ok<CompanySpanList>, ProblemResult>> SpansAsync(
        Guid id, CurrentWorkspace workspace, CompanyQueries queries, ProfileQueries profiles, ICustomerIdentity identity, CancellationToken cancellationToken) =>
        await profiles.FindAsync(workspace.Key, id, cancellationToken) is null
            ? new ProblemResult(ProfileProblems.NotFound(id.ToString()))
            : TypedResults.Ok(new CompanySpanList((await queries.SpansAsync(workspace.Key, identity.ProfileOf(id), cancellationToken)).ConvertAll(
                span => new CompanySpan(span.CompanyId, span.Key, span.Since, span.Until))));

    private static CompanyMember Member(CompanyMemberRow member, ProfileSummaryRow? known) => new(
        member.ProfileId,
        known is null ? null : new Identifier(known.Kind, known.Identifier),
        known is null ? null : ProfileDetails.NullIfEmpty(known.Name),
        member.Since,
        member.Until);

    private static Problem? Refuse<TCursor>(int? limit, string? cursor, out TCursor? after)
        where TCursor : class
    {
        after = null;
        return limit is < 1 or > LargestLimit ? PagingProblems.LimitInvalid(limit, LargestLimit)
            : !string.IsNullOrEmpty(cursor) && !OpaqueCursor.TryRead(cursor, out after) ? PagingProblems.CursorInvalid()
            : null;
    }
}
