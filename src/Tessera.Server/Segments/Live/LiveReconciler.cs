using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Compares live membership with what the engine finds for everybody at once.</summary>
/// <remarks>
/// The engine knows of calls a moment later, so one comparison finds customers who are only on their way. Who is found twice in a row is put together anew at a consistent cut,
/// and what then differs from what is kept is a defect: it is counted, logged and put right. Where the two evaluations themselves disagree, that is found by comparing once more.
/// Who waits to be put together anyway is left out, and so is a workspace whose customers are being gone through, or of which the engine is further behind than one comparison.
/// </remarks>
internal sealed class LiveReconciler(
    ClickHouseClient engine, MembershipJournal journal, LiveRebuilder rebuilder, LiveRebuilds rebuilds, LiveRequests requests, LiveProgress progress, StoreProgress store, IEventLog log, LiveMeter meter,
    TimeProvider time, ILogger<LiveReconciler> logger)
{
    private const int MostPerSegment = 10_000;
    private const long MembersAtOnce = 2_000_000;
    private const int TimesToCheck = 2;
    private const int TimesToReport = 4;
    private static readonly Statement Differences = new(EmbeddedSql.Read("Segments/Live/Sql/Differences.sql"));

    private readonly ConcurrentDictionary<WorkspaceKey, Dictionary<Suspect, int>> suspects = new();
    private readonly ConcurrentDictionary<WorkspaceKey, long[]> taken = new();

    /// <summary>Compares some segments with what an evaluation has found.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="segments">The keys of the segments, and how many members were found.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="at">When it was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CompareAsync(
        WorkspaceKey workspace, IReadOnlyList<(string Key, long Members)> segments, Guid evaluation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (segments.Count == 0)
        {
            meter.Unfollowed(workspace);
            return;
        }

        meter.Followed(workspace, time.GetUtcNow());
        var before = taken.GetValueOrDefault(workspace);
        taken[workspace] = [.. Enumerable.Range(0, log.Partitions).Select(progress.Position)];
        var isStored = before?.Index().All(partition => store.Position(partition.Index) >= partition.Item) != false;
        if (!isStored || !rebuilder.Passes().Any(pass => pass.Workspace == workspace && pass.Pass.IsFinished))
        {
            suspects.TryRemove(workspace, out _);
            return;
        }

        await journal.FlushAsync(cancellationToken);
        var last = suspects.GetValueOrDefault(workspace) ?? [];
        Dictionary<Suspect, int> now = [];
        foreach (var some in InParts(segments))
        {
            var rows = await engine.ListAsync<DifferenceRow>(
                Differences.With("workspace", workspace.Value).With("segments", some).With("evaluation", evaluation).With("at", at).With("limit", MostPerSegment), cancellationToken);
            foreach (var suspect in rows.Where(row => rebuilds.Find(workspace, row.ProfileId) is null).Select(row => new Suspect(row.Segment, row.ProfileId, row.IsMember)))
            {
                now[suspect] = last.GetValueOrDefault(suspect) + 1;
            }
        }

        suspects[workspace] = now;
        meter.Checked(workspace, time.GetUtcNow());
        var toCheck = now.Where(suspect => suspect.Value == TimesToCheck).Select(suspect => suspect.Key.Profile).ToHashSet();
        if (toCheck.Count > 0)
        {
            await requests.AskAsync(new RebuildAsked(workspace, toCheck, History: true, "repair", IsCheck: true)).WaitAsync(cancellationToken);
        }

        foreach (var (suspect, _) in now.Where(suspect => suspect.Value == TimesToReport))
        {
            meter.Differed(1);
            logger.LogError(
                "Customer {Profile} of workspace {Workspace} {Is} a member of segment {Segment} for the engine, and call by call {Otherwise}",
                suspect.Profile,
                workspace,
                suspect.IsMember ? "is" : "is not",
                suspect.Segment,
                suspect.IsMember ? "is not" : "is");
        }
    }

    // As many as fit into the engine's memory together: comparing them one by one would take a reading each.
    private static IEnumerable<List<string>> InParts(IEnumerable<(string Key, long Members)> segments)
    {
        List<string> part = [];
        var members = 0L;
        foreach (var segment in segments)
        {
            if (part.Count > 0 && members + segment.Members > MembersAtOnce)
            {
                yield return part;
                (part, members) = ([], 0);
            }

            part.Add(segment.Key);
            members += segment.Members;
        }

        yield return part;
    }

    private sealed record DifferenceRow(string Segment, Guid ProfileId, bool IsMember);

    private sealed record Suspect(string Segment, Guid Profile, bool IsMember);
}
