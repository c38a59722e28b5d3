using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments.Checking;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Profiles.Contracts;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>
/// Brings kept membership up to date: finds the members of all segments in one pass over everybody's calls, records who entered and left those that do not follow
/// each call, and compares the others.
/// </summary>
/// <remarks>One evaluation runs at a time. Broken off anywhere, the next one records what is missing.</remarks>
internal sealed class RuleEvaluation(
    ClickHouseClient engine,
    RuleStore rules,
    RfmReader rfm,
    ComputedValues computed,
    MembershipJournal journal,
    LivePlans plans,
    LiveReconciler reconciler,
    ProfileParts customers,
    IProfileNotices notices,
    IWorkspaceDirectory workspaces,
    TimeProvider time,
    ILogger<RuleEvaluation> logger) : IDisposable
{
    private static readonly Statement FindChanges = new(EmbeddedSql.Read("Segments/Rules/Sql/FindChanges.sql"));
    private static readonly Statement FoundChanges = new("SELECT toInt64(count()) FROM segment_found_changes WHERE evaluation = {evaluation:UUID} AND segment = {segment:String}");
    private static readonly Statement RecordChanges = new(EmbeddedSql.Read("Segments/Rules/Sql/RecordChanges.sql"));
    private static readonly Statement Recorded = new(EmbeddedSql.Read("Segments/Rules/Sql/Recorded.sql"));
    private static readonly Statement Found = new(EmbeddedSql.Read("Segments/Rules/Sql/Found.sql"));
    private static readonly Statement[] Drops =
    [
        new("ALTER TABLE segment_evaluations DROP PARTITION {evaluation:UUID}"),
        new("ALTER TABLE segment_found_changes DROP PARTITION {evaluation:UUID}"),
    ];
    private static readonly Statement[] Cleans =
    [
        new Statement("TRUNCATE TABLE segment_evaluations").AsIdempotent(),
        new Statement("TRUNCATE TABLE segment_found_changes").AsIdempotent(),
    ];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    private const int MostNoticed = 50_000;

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Evaluates all segments of a workspace as of now.</summary>
    public Task EvaluateAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => EvaluateAsync(workspace, isAll: true, cancellationToken);

    /// <summary>Evaluates those segments of a workspace as of now that do not follow each call, and the new ones.</summary>
    public Task EvaluateUnfollowedAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => EvaluateAsync(workspace, isAll: false, cancellationToken);

    /// <summary>Drops what evaluations left behind that a crash broke off.</summary>
    public Task CleanAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            foreach (var clean in Cleans)
            {
                await engine.ExecuteAsync(clean, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Works while nothing is evaluated.</summary>
    public async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private Task EvaluateAsync(WorkspaceKey workspace, bool isAll, CancellationToken cancellationToken) =>
        AloneAsync(() => EvaluateInTurnAsync(workspace, isAll, cancellationToken), cancellationToken);

    private async Task EvaluateInTurnAsync(WorkspaceKey workspace, bool isAll, CancellationToken cancellationToken)
    {
        var segments = await rules.ListAsync(workspace, cancellationToken);
        if (segments.Count == 0 || await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            return;
        }

        var live = (await plans.RefreshAsync(workspace, cancellationToken)).Keys;
        var due = isAll ? segments : [.. segments.Where(segment => !segment.IsComputed || !live.Contains(segment.Key))];
        if (due.Count == 0)
        {
            return;
        }

        await computed.PointAsync(workspace, cancellationToken);
        var naming = (await rfm.ReadAsync(workspace, cancellationToken)).Naming;
        if (!await TryEvaluateAsync(workspace, due, new WorkspaceSegments(segments, naming), found.TimeZone, cancellationToken))
        {
            // One that is too much for the engine must not keep the others from being up to date. Those that it got to before are, and those that changed meanwhile are evaluated anew.
            var now = await rules.ListAsync(workspace, cancellationToken);
            var resolver = new WorkspaceSegments(now, naming);
            foreach (var segment in now.Where(segment => due.Any(before => IsSame(segment, before) && segment.ComputedAt == before.ComputedAt)))
            {
                await TryEvaluateAsync(workspace, [segment], resolver, found.TimeZone, cancellationToken);
            }
        }
    }

    private async Task<bool> TryEvaluateAsync(
        WorkspaceKey workspace, IReadOnlyList<RuleSegment> segments, ISegmentResolver resolver, string timeZone, CancellationToken cancellationToken)
    {
        // Also where the clock was set back, what is found last is recorded as the last; found it is by the clock as it is now.
        var now = time.GetUtcNow();
        var at = segments.Select(segment => segment.ComputedAt + Instant).Append(now).Max()!.Value;
        var evaluation = Guid.CreateVersion7(at);
        try
        {
            await FindAsync(workspace, segments, resolver, at - now > LiveFollower.ClockSlack ? now : at, timeZone, evaluation, cancellationToken);
            var sizes = (await engine.ListAsync<(string Segment, long Members)>(Found.With("evaluation", evaluation), cancellationToken))
                .ToDictionary(row => row.Segment, row => row.Members, StringComparer.Ordinal);

            // Those that follow each call record by themselves who enters and leaves, and are compared with what was found here.
            var live = plans.Known(workspace)?.Keys;
            var followed = segments.Where(segment => segment.IsComputed && live?.Contains(segment.Key) == true).ToList();
            foreach (var segment in segments.Except(followed))
            {
                await journal.WriteAsync(
                    () => FindAsync(workspace, segment, evaluation, at, cancellationToken),
                    recordedAt => RecordAsync(workspace, segment, evaluation, recordedAt, cancellationToken),
                    cancellationToken);
                await NoteAsync(workspace, segment, at, sizes.GetValueOrDefault(segment.Key), cancellationToken);
            }

            await reconciler.CompareAsync(workspace, followed.ConvertAll(segment => (segment.Key, sizes.GetValueOrDefault(segment.Key))), evaluation, at, cancellationToken);
            foreach (var segment in followed)
            {
                await NoteAsync(workspace, segment, at, sizes.GetValueOrDefault(segment.Key), cancellationToken);
            }

            await plans.RefreshAsync(workspace, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is ClickHouseException { IsTransient: false } or ArgumentException or InvalidOperationException or ProblemException)
        {
            logger.LogWarning(failure, "{Count} segments of workspace {Workspace} were not computed", segments.Count, workspace);
            if (segments.Count == 1)
            {
                await rules.NoteFailureAsync(workspace, segments[0].Key, failure.Message, cancellationToken);
            }

            return segments.Count == 1;
        }
        finally
        {
            await DropAsync(evaluation);
        }
    }

    // Whether there is anything to record.
    private async Task<bool> FindAsync(WorkspaceKey workspace, RuleSegment segment, Guid evaluation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await engine.ExecuteAsync(
            FindChanges.With("workspace", workspace.Value)
                .With("segment", segment.Key)
                .With("evaluation", evaluation)
                .With("at", at)
                .With("cause", segment.IsComputed ? "time" : "definition")
                .WithTimeout(Patience),
            cancellationToken);
        return await engine.SingleAsync<long>(FoundChanges.With("evaluation", evaluation).With("segment", segment.Key), cancellationToken) > 0;
    }

    private async Task FindAsync(
        WorkspaceKey workspace,
        IReadOnlyList<RuleSegment> segments,
        ISegmentResolver resolver,
        DateTimeOffset at,
        string timeZone,
        Guid evaluation,
        CancellationToken cancellationToken)
    {
        var definitions = segments.ToDictionary(segment => segment.Key, segment => segment.Tree, StringComparer.Ordinal);
        var keys = segments.Select(segment => segment.Key).ToList();
        var isAnew = false;
        await customers.AskAsync(workspace, async parts =>
        {
            if (isAnew)
            {
                await DropAsync(evaluation);
            }

            isAnew = true;
            foreach (var part in parts)
            {
                var compiled = RuleStatements.Compile(definitions, resolver, workspace, at, timeZone, part);
                await engine.ExecuteAsync(RuleStatements.Evaluate(compiled, keys, evaluation).WithTimeout(Patience), cancellationToken);
            }

            return parts.Count;
        });
    }

    private async Task RecordAsync(WorkspaceKey workspace, RuleSegment segment, Guid evaluation, DateTimeOffset recordedAt, CancellationToken cancellationToken)
    {
        // One that was deleted or changed meanwhile is not what was evaluated; another of its key must not find these members.
        if (await CurrentAsync(workspace, segment, cancellationToken) is null)
        {
            return;
        }

        List<Guid>? recorded = null;
        try
        {
            await engine.ExecuteAsync(
                RecordChanges.With("workspace", workspace.Value)
                    .With("segment", segment.Key)
                    .With("evaluation", evaluation)
                    .With("recorded_at", recordedAt)
                    .WithTimeout(Patience),
                cancellationToken);
            recorded = await engine.ListAsync<Guid>(
                Recorded.With("workspace", workspace.Value).With("segment", segment.Key).With("recorded_at", recordedAt).With("limit", MostNoticed + 1), cancellationToken);
        }
        finally
        {
            // Also of what failed half-way some can be read.
            if (recorded?.Count <= MostNoticed)
            {
                notices.Changed(workspace, recorded);
            }
            else
            {
                notices.AllChanged(workspace);
            }
        }
    }

    private async Task NoteAsync(WorkspaceKey workspace, RuleSegment segment, DateTimeOffset at, long size, CancellationToken cancellationToken)
    {
        if (await CurrentAsync(workspace, segment, cancellationToken) is { } now)
        {
            await rules.NoteAsync(workspace, segment with { Version = now.Version }, at, size, cancellationToken);
        }
    }

    private async Task<RuleSegment?> CurrentAsync(WorkspaceKey workspace, RuleSegment segment, CancellationToken cancellationToken) =>
        await rules.FindAsync(workspace, segment.Key, cancellationToken) is { } now && IsSame(now, segment) ? now : null;

    private static bool IsSame(RuleSegment now, RuleSegment before) => now.Key == before.Key && now.CreatedAt == before.CreatedAt && now.Definition == before.Definition;

    private async Task DropAsync(Guid evaluation)
    {
        try
        {
            foreach (var drop in Drops)
            {
                await engine.ExecuteAsync(drop.With("evaluation", evaluation).AsIdempotent(), CancellationToken.None);
            }
        }
        catch (ClickHouseException failure)
        {
            logger.LogWarning(failure, "An evaluation of segments was left in the engine; it is dropped at the next start");
        }
    }
}
