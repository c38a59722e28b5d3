using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>Who is in a segment in the language, now or at another instant.</summary>
internal sealed class RuleMembers(
    RuleStore rules, RuleChecker checker, RuleQuestions questions, RuleMembership membership, RuleViews views, AskedInstant instants, AskedPast past)
{
    /// <summary>A page of members in the order of their profiles: those kept, or those at an instant, found anew over all history.</summary>
    /// <returns>The page, or what is wrong with the question; neither when there is no such segment.</returns>
    public async Task<(SegmentMemberList? Page, Problem? Problem)> PageAsync(
        WorkspaceKey workspace, string key, string? asked, string? cursor, int limit, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(workspace, key, cancellationToken) is not { } segment)
        {
            return (null, null);
        }

        var (at, wrong) = await instants.ReadAsync(workspace, asked, cancellationToken);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        var segments = await checker.SegmentsAsync(workspace, cancellationToken);
        if (await past.CheckAsync(workspace, segment.Tree, segments, at, cancellationToken) is { } unknown)
        {
            return (null, unknown);
        }

        RuleCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && (!OpaqueCursor.TryRead(cursor, out after) || after.Segment != key || after.At != at))
        {
            return (null, SegmentProblems.Invalid("cursor-invalid", "The cursor does not belong to this list: send the one of the last answer, with the same segment and at."));
        }

        var last = after?.ProfileId ?? Guid.Empty;
        var members = at is { } instant
            ? await membership.AtAsync(
                workspace, key, await questions.PageAsync(workspace, segment.Tree, segments, instant, last, limit + 1, cancellationToken), instant, cancellationToken)
            : await membership.PageAsync(workspace, key, last, limit + 1, cancellationToken);
        var shown = members.Take(limit).ToList();
        var next = members.Count > limit ? OpaqueCursor.Write(new RuleCursor(key, at, shown[^1].ProfileId)) : null;
        return (new SegmentMemberList(await views.DescribeAsync(workspace, shown, at, cancellationToken), next), null);
    }

    /// <summary>The statement that lists all members: those kept, or those at an instant.</summary>
    /// <returns>The statement, or what is wrong with the question; neither when there is no such segment.</returns>
    public async Task<(Statement? Members, Problem? Problem)> ExportAsync(WorkspaceKey workspace, string key, string? asked, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(workspace, key, cancellationToken) is not { } segment)
        {
            return (null, null);
        }

        var (at, wrong) = await instants.ReadAsync(workspace, asked, cancellationToken);
        if (at is not { } instant)
        {
            return wrong is null ? (RuleMembership.ExportOf(workspace, key), null) : (null, wrong);
        }

        var segments = await checker.SegmentsAsync(workspace, cancellationToken);
        return await past.CheckAsync(workspace, segment.Tree, segments, at, cancellationToken) is { } unknown
            ? (null, unknown)
            : (await questions.ExportAsync(workspace, segment.Tree, segments, instant, cancellationToken), null);
    }

    private sealed record RuleCursor(string Segment, DateTimeOffset? At, Guid ProfileId);
}
