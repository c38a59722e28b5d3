using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Explaining;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Makes the segments of workspaces ready to be evaluated call by call, anew whenever they are changed.</summary>
/// <remarks>
/// Left to the evaluation of everybody at once are segments about companies and about ranks among all customers, since one customer's call changes them for
/// others, those about scores, since all are computed anew at once, and those about who entered or left a segment when, since the engine records that.
/// </remarks>
internal sealed class LivePlans(RuleStore rules, RfmReader rfm, IWorkspaceDirectory workspaces, LiveRequests requests, ILogger<LivePlans> logger) : IDisposable
{
    private readonly ConcurrentDictionary<WorkspaceKey, LivePlan> known = new();
    private readonly SemaphoreSlim reading = new(1);

    private static LivePlan Nothing { get; } = new(
        0, LiveSegments.Compile(new Dictionary<string, Segment>(StringComparer.Ordinal), new WorkspaceSegments([], SegmentNamings.Full), TimeZoneInfo.Utc), [], new Dictionary<string, long>(StringComparer.Ordinal));

    /// <summary>The plan of a workspace as it was read last; null when it never was.</summary>
    public LivePlan? Known(WorkspaceKey workspace) => known.GetValueOrDefault(workspace);

    /// <summary>The plan of a workspace; without segments when none of them follows each call.</summary>
    public ValueTask<LivePlan> FindAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        known.TryGetValue(workspace, out var plan) ? ValueTask.FromResult(plan) : new ValueTask<LivePlan>(RefreshAsync(workspace, cancellationToken));

    /// <summary>Reads the segments of a workspace again, after any of them was made, changed, computed or deleted.</summary>
    public async Task<LivePlan> RefreshAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        // One after the other: what was read earlier must not take the place of what was read later.
        await reading.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(workspace, cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<LivePlan> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var all = await rules.ListAsync(workspace, cancellationToken);

        // Who belongs to a new one is found by the engine first, for everybody at once.
        var segments = all.Where(segment => segment.IsComputed).ToList();
        var found = segments.Count == 0 ? null : await workspaces.FindAsync(workspace, cancellationToken);
        var plan = found is null ? Nothing : Compile(all, segments, await rfm.ReadAsync(workspace, cancellationToken), found);
        if (known.TryGetValue(workspace, out var before) && plan.Fingerprint == before.Fingerprint)
        {
            return before;
        }

        known[workspace] = plan;
        requests.Tell(new PlanChanged(workspace));
        return plan;
    }

    private LivePlan Compile(IReadOnlyList<RuleSegment> all, IReadOnlyList<RuleSegment> segments, RfmStanding standing, Workspace workspace)
    {
        var references = new WorkspaceSegments(all, standing.Naming);
        var live = segments
            .Select(segment => (segment.Key, segment.Tree, Needs: HistoryNeeds.Of(segment.Tree, references)))
            .Where(segment => !segment.Needs.Company && !segment.Needs.Computed && segment.Needs.RankedScores.Count == 0 && !Asks(segment.Tree, references, IsOfRecords))
            .ToList();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.TimeZone);
        try
        {
            var compiled = LiveSegments.Compile(live.ToDictionary(segment => segment.Key, segment => segment.Tree, StringComparer.Ordinal), references, zone);
            var definitions = string.Join('\n', Definitions(live.ConvertAll(segment => (segment.Key, segment.Tree)), references));
            var versions = live.ToDictionary(
                segment => segment.Key,
                segment => Fingerprint($"{zone.Id} {string.Join('\n', Definitions([(segment.Key, segment.Tree)], references))}"),
                StringComparer.Ordinal);
            return live.Count == 0
                ? Nothing
                : new LivePlan(
                    Fingerprint(string.Create(CultureInfo.InvariantCulture, $"{compiled.Layout.Id} {zone.Id} {definitions}")), compiled, live.ConvertAll(segment => segment.Needs), versions)
                {
                    ReadsConsents = live.Exists(segment => Asks(segment.Tree, references, static condition => condition is ConsentsTo)),
                };
        }
        catch (ArgumentException failure)
        {
            logger.LogWarning(failure, "The segments of workspace {Workspace} do not follow each call until they are put right", workspace.Key);
            return Nothing;
        }
    }

    private static long Fingerprint(string text) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Those of the segments, and of all that they refer to.
    private static IEnumerable<string> Definitions(IReadOnlyList<(string Key, Segment Tree)> segments, WorkspaceSegments references)
    {
        var open = new Stack<(string Key, Segment Tree)>(segments);
        HashSet<string> seen = [.. segments.Select(segment => segment.Key)];
        List<string> definitions = [];
        while (open.TryPop(out var next))
        {
            definitions.Add($"{next.Key} {next.Tree}");
            foreach (var key in SegmentReferences.Of(next.Tree).Where(seen.Add))
            {
                if (references.Find(key) is { } referred)
                {
                    open.Push((key, referred));
                }
            }
        }

        return definitions.Order(StringComparer.Ordinal);
    }

    private static bool IsOfRecords(Expression condition) => condition is EnteredSegment or LeftSegment or HasBeenInSegment;

    private static bool Asks(Segment segment, WorkspaceSegments references, Predicate<Expression> isThat) =>
        Asks(segment.Definition, isThat) || SegmentReferences.Of(segment).Any(key => references.Find(key) is { } referred && Asks(referred, references, isThat));

    private static bool Asks(Expression expression, Predicate<Expression> isThat) => isThat(expression) || expression switch
    {
        Not not => Asks(not.Operand, isThat),
        All all => all.Items.Any(item => Asks(item, isThat)),
        Any any => any.Items.Any(item => Asks(item, isThat)),
        AtLeastOf some => some.Items.Any(item => Asks(item, isThat)),
        _ => false,
    };
}
