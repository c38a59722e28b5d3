using Tessera.Domain;
using Tessera.Segments;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Explaining;
using Tessera.Server.Segments.Members;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>Who is in a segment in the language, now or at another instant, and why.</summary>
internal sealed class RuleMembers(
    RuleStore rules, RuleChecker checker, RuleQuestions questions, RuleMembership membership, RuleViews views, MemberQueries queries, AskedInstant instants, TimeProvider time)
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

        RuleCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && (!OpaqueCursor.TryRead(cursor, out after) || after.Segment != key || after.At != at))
        {
            return (null, SegmentProblems.Invalid("cursor-invalid", "The cursor does not belong to this list: send the one of the last answer, with the same segment and at."));
        }

        var last = after?.ProfileId ?? Guid.Empty;
        var members = at is { } instant
            ? (await questions.PageAsync(workspace, segment.Tree, await checker.SegmentsAsync(workspace, cancellationToken), instant, last, limit + 1, cancellationToken))
                .ConvertAll(profile => new KeptMember(profile, default))
            : await membership.PageAsync(workspace, key, last, limit + 1, cancellationToken);
        var shown = members.Take(limit).ToList();
        var next = members.Count > limit ? OpaqueCursor.Write(new RuleCursor(key, at, shown[^1].ProfileId)) : null;
        return (new SegmentMemberList(await views.DescribeAsync(workspace, shown, cancellationToken), next), null);
    }

    /// <summary>Why a customer is, or is not, in a segment: which of its conditions hold for them.</summary>
    /// <returns>The explanation, or what is wrong with the question; neither when there is no such segment.</returns>
    public async Task<(Explanation? Explanation, Problem? Problem)> ExplainAsync(
        WorkspaceKey workspace, string key, Guid profile, string? asked, CancellationToken cancellationToken)
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

        var tree = segment.Tree;
        var parts = Parts(tree.Definition);
        var held = await questions.HoldAsync(
            workspace, [tree, .. parts.Select(part => new Segment(part))], await checker.SegmentsAsync(workspace, cancellationToken), at ?? time.GetUtcNow(), profile, cancellationToken);
        if (held is null)
        {
            var known = await queries.NamesAsync(workspace, [profile], cancellationToken);
            return known.ContainsKey(profile)
                ? (new Explanation(key, profile, Member: false, "They had not been seen yet at that instant.", []), null)
                : (null, SegmentProblems.ProfileNotFound(profile));
        }

        var conditions = parts.Zip(held.Skip(1), (part, holds) => new ExplainedCondition(
            new Segment(part).Describe(), holds ? "holds" : "does not hold", part.ToString(), holds)).ToList();
        var holding = conditions.Count(condition => condition.Holds);
        var needed = tree.Definition switch
        {
            Any => "one condition is enough",
            AtLeastOf some => $"{some.Minimum} conditions are needed",
            _ => "all conditions are needed",
        };
        var sentence = $"{(held[0] ? "In" : "Not in")} {segment.Name}: {needed}, and "
            + $"{holding} of {conditions.Count} {(holding == 1 ? "holds" : "hold")}.";
        return (new Explanation(key, profile, held[0], conditions.Count > 1 ? sentence : $"{(held[0] ? "In" : "Not in")} {segment.Name}.", conditions), null);
    }

    private static ValueList<Expression> Parts(Expression definition) => definition switch
    {
        All all => all.Items,
        Any any => any.Items,
        AtLeastOf some => some.Items,
        _ => [definition],
    };

    private sealed record RuleCursor(string Segment, DateTimeOffset? At, Guid ProfileId);
}
