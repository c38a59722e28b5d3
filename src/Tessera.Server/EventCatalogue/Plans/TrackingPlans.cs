using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>The tracking plans of all workspaces: in metadata, and ready for use in memory.</summary>
internal sealed class TrackingPlans(MetadataDatabase metadata, TimeProvider time) : IStartupStep
{
    private static readonly JsonSerializerOptions Json = CreateJson();
    private readonly ConcurrentDictionary<WorkspaceKey, TrackingPlan> plans = new();

    /// <summary>Whether no workspace has a plan.</summary>
    public bool IsEmpty => plans.IsEmpty;

    /// <summary>The plan of a workspace, or null.</summary>
    public TrackingPlan? Find(WorkspaceKey workspace) => plans.GetValueOrDefault(workspace);

    /// <summary>Reads the plans that are kept.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        foreach (var row in await connection.QueryAsync<PlanRow>("SELECT workspace, version, plan, changed_at, changed_by FROM tracking_plans"))
        {
            plans[new WorkspaceKey(row.Workspace)] = TrackingPlan.Read(row.Document, row.ChangedAt, []);
        }
    }

    /// <summary>The plan as it was given, or null.</summary>
    public async Task<TrackingPlanView?> ShowAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<PlanRow>(
            "SELECT workspace, version, plan, changed_at, changed_by FROM tracking_plans WHERE workspace = @Workspace",
            new { Workspace = workspace.Value }) is { } row
            ? new TrackingPlanView(row.Version, row.ChangedAt, row.ChangedBy, row.Document)
            : null;
    }

    /// <summary>Gives a workspace a plan, in place of the one it had.</summary>
    /// <returns>What is wrong with it; nothing when it is in force.</returns>
    public async Task<IReadOnlyList<PlanError>> SetAsync(WorkspaceKey workspace, TrackingPlanDocument document, string by, CancellationToken cancellationToken)
    {
        List<PlanError> errors = [];
        var now = time.GetUtcNow();
        var plan = TrackingPlan.Read(document, now, errors);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO tracking_plans (workspace, version, plan, changed_at, changed_by) VALUES (@Workspace, 1, @Plan, @Now, @By)
            ON CONFLICT (workspace) DO UPDATE SET version = version + 1, plan = excluded.plan, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            new { Workspace = workspace.Value, Plan = JsonSerializer.Serialize(document, Json), Now = now, By = by });
        plans[workspace] = plan;
        return errors;
    }

    /// <summary>Takes a workspace's plan away, with what was found by it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        plans.TryRemove(workspace, out _);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM plan_violations WHERE workspace = @Workspace; DELETE FROM tracking_plans WHERE workspace = @Workspace", new { Workspace = workspace.Value }) > 0;
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ServerComposition.ConfigureJson(options);
        return options;
    }

    private sealed record PlanRow(string Workspace, long Version, string Plan, DateTimeOffset ChangedAt, string ChangedBy)
    {
        public TrackingPlanDocument Document => JsonSerializer.Deserialize<TrackingPlanDocument>(Plan, Json)!;
    }
}
