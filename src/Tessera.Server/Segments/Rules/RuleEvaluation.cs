using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments.Checking;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>
/// Brings kept membership up to date: finds the members of all segments in one pass over everybody's calls, and records who entered and left.
/// </summary>
/// <remarks>One evaluation runs at a time. Broken off anywhere, the next one records what is missing.</remarks>
internal sealed class RuleEvaluation(
    ClickHouseClient engine,
    RuleStore rules,
    RuleMembership membership,
    RfmReader rfm,
    ComputedValues computed,
    MembershipJournal journal,
    IWorkspaceDirectory workspaces,
    TimeProvider time,
    ILogger<RuleEvaluation> logger) : IDisposable
{
    private static readonly Statement RecordChanges = new(EmbeddedSql.Read("Segments/Rules/Sql/RecordChanges.sql"));
    private static readonly Statement Found = new(EmbeddedSql.Read("Segments/Rules/Sql/Found.sql"));
    private static readonly Statement Drop = new("ALTER TABLE segment_evaluations DROP PARTITION {evaluation:UUID}");
    private static readonly Statement Clean = new Statement("TRUNCATE TABLE segment_evaluations").AsIdempotent();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Evaluates all segments of a workspace as of now.</summary>
    public async Task EvaluateAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var segments = await rules.ListAsync(workspace, cancellationToken);
            if (segments.Count == 0 || await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
            {
                return;
            }

            await computed.PointAsync(workspace, cancellationToken);
            var naming = (await rfm.ReadAsync(workspace, cancellationToken)).Naming;
            var resolver = new WorkspaceSegments(segments, naming);
            if (!await TryEvaluateAsync(workspace, segments, resolver, found.TimeZone, cancellationToken))
            {
                // One that is too much for the engine must not keep the others from being up to date.
                foreach (var segment in segments)
                {
                    await TryEvaluateAsync(workspace, [segment], resolver, found.TimeZone, cancellationToken);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Deletes a segment and what is kept of its members; no evaluation brings them back.</summary>
    public async Task RemoveAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            // The members first: a segment of the same key that is made later must not find them.
            await journal.WriteAsync(
                async _ =>
                {
                    await membership.ForgetAsync(workspace, key, cancellationToken);
                    await rules.RemoveAsync(workspace, key, cancellationToken);
                },
                cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Drops what evaluations left behind that a crash broke off.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await engine.ExecuteAsync(Clean, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> TryEvaluateAsync(
        WorkspaceKey workspace, IReadOnlyList<RuleSegment> segments, ISegmentResolver resolver, string timeZone, CancellationToken cancellationToken)
    {
        // Also where the clock was set back, what is found last is recorded as the last.
        var at = segments.Select(segment => segment.ComputedAt + Instant).Append(time.GetUtcNow()).Max()!.Value;
        var evaluation = Guid.CreateVersion7(at);
        try
        {
            var compiled = RuleStatements.Compile(segments.ToDictionary(segment => segment.Key, segment => segment.Tree, StringComparer.Ordinal), resolver, workspace, at, timeZone);
            var keys = segments.Select(segment => segment.Key).ToList();
            await engine.ExecuteAsync(RuleStatements.Evaluate(compiled, keys, evaluation).WithTimeout(Patience), cancellationToken);
            var sizes = (await engine.ListAsync<(string Segment, long Members)>(Found.With("evaluation", evaluation), cancellationToken))
                .ToDictionary(row => row.Segment, row => row.Members, StringComparer.Ordinal);
            foreach (var segment in segments)
            {
                await journal.WriteAsync(
                    recordedAt => engine.ExecuteAsync(
                        RecordChanges.With("workspace", workspace.Value)
                            .With("segment", segment.Key)
                            .With("evaluation", evaluation)
                            .With("at", at)
                            .With("recorded_at", recordedAt)
                            .With("cause", segment.IsComputed ? "time" : "definition")
                            .WithTimeout(Patience),
                        cancellationToken),
                    cancellationToken);
                await rules.NoteAsync(workspace, segment.Key, segment.Version, at, sizes.GetValueOrDefault(segment.Key), cancellationToken);
            }

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

    private async Task DropAsync(Guid evaluation)
    {
        try
        {
            await engine.ExecuteAsync(Drop.With("evaluation", evaluation).AsIdempotent(), CancellationToken.None);
        }
        catch (ClickHouseException failure)
        {
            logger.LogWarning(failure, "An evaluation of segments was left in the engine; it is dropped at the next start");
        }
    }
}
