using System.Text.Json;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Destinations.Webhooks.Signing;
using Tessera.Server.Hosting;

namespace Tessera.Server.Destinations.Webhooks;

/// <summary>The webhooks of all workspaces, in metadata.</summary>
internal sealed class WebhookStore(MetadataDatabase metadata, TimeProvider time)
{
    private const string Columns =
        """
        SELECT id, workspace, name, url, secret, former_secret, former_until, segments, types, backfills, enabled, disabled_why, position, failures, retry_at, created_at
        FROM webhooks
        """;

    /// <summary>The ids of all webhooks that are switched on.</summary>
    public async Task<IReadOnlyList<string>> ActiveAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>("SELECT id FROM webhooks WHERE enabled")).AsList();
    }

    /// <summary>The webhooks of a workspace, oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Webhook>($"{Columns} WHERE workspace = @Workspace ORDER BY created_at, id", new { Workspace = workspace.Value })).AsList();
    }

    /// <summary>One webhook, or null.</summary>
    public async Task<Webhook?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Webhook>($"{Columns} WHERE id = @Id", new { Id = id });
    }

    /// <summary>One webhook of a workspace, or null.</summary>
    public async Task<Webhook?> FindAsync(WorkspaceKey workspace, string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } webhook && webhook.Workspace == workspace.Value ? webhook : null;

    /// <summary>Makes a webhook that sends what changes from a position on.</summary>
    public async Task<Webhook> CreateAsync(WorkspaceKey workspace, WebhookDetails details, string position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var webhook = new Webhook(
            Guid.CreateVersion7(now).ToString("D"),
            workspace.Value,
            details.Name,
            details.Url,
            WebhookSecret.Create().Text,
            FormerSecret: null,
            FormerUntil: null,
            JsonSerializer.Serialize(details.Segments),
            JsonSerializer.Serialize(details.Types),
            details.Backfills,
            details.Enabled,
            DisabledWhy: string.Empty,
            position,
            Failures: 0,
            RetryAt: null,
            now);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO webhooks (id, workspace, name, url, secret, segments, types, backfills, enabled, disabled_why, position, failures, created_at)
            VALUES (@Id, @Workspace, @Name, @Url, @Secret, @Segments, @Types, @Backfills, @Enabled, '', @Position, 0, @CreatedAt)
            """,
            webhook);
        return webhook;
    }

    /// <summary>Changes a webhook; what failed before counts no more.</summary>
    public async Task ChangeAsync(string id, WebhookDetails details, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            UPDATE webhooks SET name = @Name, url = @Url, segments = @Segments, types = @Types, backfills = @Backfills, enabled = @Enabled,
                disabled_why = '', failures = 0, retry_at = NULL
            WHERE id = @Id
            """,
            new
            {
                Id = id, details.Name, details.Url, Segments = JsonSerializer.Serialize(details.Segments), Types = JsonSerializer.Serialize(details.Types),
                details.Backfills, details.Enabled,
            });
    }

    /// <summary>Gives a webhook another secret; deliveries are signed with both until an instant.</summary>
    public async Task<string> RotateAsync(string id, DateTimeOffset formerUntil, CancellationToken cancellationToken)
    {
        var secret = WebhookSecret.Create().Text;
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE webhooks SET former_secret = secret, former_until = @Until, secret = @Secret WHERE id = @Id", new { Id = id, Secret = secret, Until = formerUntil });
        return secret;
    }

    /// <summary>Removes a webhook with its deliveries.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM webhooks WHERE id = @Id", new { Id = id });
    }
}
