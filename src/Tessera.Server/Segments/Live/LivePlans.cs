using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Explaining;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Makes the segments of workspaces ready to be evaluated call by call, anew whenever they are changed.</summary>
/// <remarks>
/// Left to the evaluation of everybody at once are segments about companies and about ranks among all customers, since one customer's call changes them for
/// others, and those about who entered or left a segment when, since that is recorded after the evaluation.
/// </remarks>
internal sealed class LivePlans(RuleStore rules, RfmReader rfm, IWorkspaceDirectory workspaces, ILogger<LivePlans> logger)
{
    private readonly ConcurrentDictionary<WorkspaceKey, LivePlan> known = new();

    /// <summary>Whether any workspace had such segments when it was last asked about.</summary>
    public bool Any => known.Values.Any(plan => plan.Segments.Keys.Count > 0);

    /// <summary>The plan of a workspace as of now; null when none of its segments follows each call.</summary>
    public async Task<LivePlan?> FindAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var segments = await rules.ListAsync(workspace, cancellationToken);
        if (segments.Count == 0 || await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            known.TryRemove(workspace, out _);
            return null;
        }

        var standing = await rfm.ReadAsync(workspace, cancellationToken);
        var fingerprint = string.Create(
            CultureInfo.InvariantCulture, $"{standing.Version} {found.TimeZone} {string.Join(' ', segments.Select(segment => FormattableString.Invariant($"{segment.Key}:{segment.Version}:{segment.CreatedAt.Ticks}")))}");
        if (!known.TryGetValue(workspace, out var plan) || plan.Fingerprint != fingerprint)
        {
            known[workspace] = plan = Compile(fingerprint, segments, new WorkspaceSegments(segments, standing.Naming), found);
        }

        return plan.Segments.Keys.Count > 0 ? plan : null;
    }

    private LivePlan Compile(string fingerprint, IReadOnlyList<RuleSegment> segments, WorkspaceSegments references, Workspace workspace)
    {
        var live = segments
            .Select(segment => (segment.Key, segment.Tree, Needs: HistoryNeeds.Of(segment.Tree, references)))
            .Where(segment => !segment.Needs.Company && segment.Needs.RankedScores.Count == 0 && !AsksForPast(segment.Tree, references))
            .ToList();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.TimeZone);
        try
        {
            var compiled = LiveSegments.Compile(live.ToDictionary(segment => segment.Key, segment => segment.Tree, StringComparer.Ordinal), references, zone);
            return new LivePlan(fingerprint, compiled, live.ConvertAll(segment => segment.Needs));
        }
        catch (ArgumentException failure)
        {
            logger.LogWarning(failure, "The segments of workspace {Workspace} do not follow each call until they are put right", workspace.Key);
            return new LivePlan(fingerprint, LiveSegments.Compile(new Dictionary<string, Segment>(StringComparer.Ordinal), references, zone), []);
        }
    }

    private static bool AsksForPast(Segment segment, WorkspaceSegments references) =>
        AsksForPast(segment.Definition) || SegmentReferences.Of(segment).Any(key => references.Find(key) is { } referred && AsksForPast(referred, references));

    private static bool AsksForPast(Expression expression) => expression switch
    {
        EnteredSegment or LeftSegment or HasBeenInSegment => true,
        Not not => AsksForPast(not.Operand),
        All all => all.Items.Any(AsksForPast),
        Any any => any.Items.Any(AsksForPast),
        AtLeastOf some => some.Items.Any(AsksForPast),
        _ => false,
    };
}
