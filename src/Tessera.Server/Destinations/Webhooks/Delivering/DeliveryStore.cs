using Dapper;
using Tessera.Server.Hosting;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>What is to be delivered, and what was; in metadata.</summary>
internal sealed class DeliveryStore(MetadataDatabase metadata, TimeProvider time)
{
    private const string Columns = "sequence, message, type, segment, profile_id, body, state, attempts, next_at, created_at, tried_at, status, answer";

    /// <summary>For how long deliveries are shown after they were taken.</summary>
    private static readonly TimeSpan DeliveredKept = TimeSpan.FromDays(3);

    /// <summary>For how long dead ones can be sent again.</summary>
    private static readonly TimeSpan DeadKept = TimeSpan.FromDays(30);

    /// <summary>How many wait.</summary>
    public async Task<long> PendingAsync(string webhook, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM webhook_deliveries WHERE webhook = @Webhook AND state = 'pending'", new { Webhook = webhook });
    }

    /// <summary>Adds deliveries and notes how far the changes were read, in one transaction; a change that was added before is not added again.</summary>
    public async Task AddAsync(string webhook, IReadOnlyList<NewDelivery> deliveries, string position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        foreach (var delivery in deliveries)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO webhook_deliveries (webhook, message, type, segment, profile_id, body, state, attempts, next_at, created_at, answer)
                SELECT @Webhook, @Message, @Type, @Segment, @ProfileId, @Body, 'pending', 0, @Now, @Now, '' WHERE EXISTS (SELECT 1 FROM webhooks WHERE id = @Webhook)
                ON CONFLICT (webhook, message) DO NOTHING
                """,
                new { Webhook = webhook, delivery.Message, delivery.Type, delivery.Segment, delivery.ProfileId, delivery.Body, Now = now },
                transaction);
        }

        await connection.ExecuteAsync("UPDATE webhooks SET position = @Position WHERE id = @Webhook", new { Webhook = webhook, Position = position }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What is to be tried now, oldest first: of each customer the oldest only, so that their changes arrive in order.</summary>
    public async Task<IReadOnlyList<WebhookDelivery>> DueAsync(string webhook, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<WebhookDelivery>(
            $"""
            SELECT {Columns} FROM webhook_deliveries AS d
            WHERE webhook = @Webhook AND state = 'pending' AND next_at <= @Now AND NOT EXISTS (
                SELECT 1 FROM webhook_deliveries AS e
                WHERE e.webhook = d.webhook AND e.profile_id = d.profile_id AND e.state = 'pending' AND e.sequence < d.sequence)
            ORDER BY next_at, sequence LIMIT @Limit
            """,
            new { Webhook = webhook, Now = time.GetUtcNow(), Limit = limit })).AsList();
    }

    /// <summary>When the next one is to be tried; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(string webhook, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            "SELECT next_at FROM webhook_deliveries WHERE webhook = @Webhook AND state = 'pending' ORDER BY next_at LIMIT 1", new { Webhook = webhook });
    }

    /// <summary>Notes what tries came to, and with them how the receiver fares, in one transaction.</summary>
    public async Task NoteAsync(string webhook, IReadOnlyList<TriedDelivery> tried, ReceiverHealth health, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        foreach (var (delivery, attempt, state, nextAt) in tried)
        {
            await connection.ExecuteAsync(
                """
                UPDATE webhook_deliveries SET state = @State, attempts = attempts + 1, next_at = @NextAt, tried_at = @Now, status = @Status, answer = @Answer
                WHERE sequence = @Sequence
                """,
                new { delivery.Sequence, State = state, NextAt = nextAt ?? now, Now = now, Status = (long?)attempt.Status, attempt.Answer },
                transaction);
        }

        await connection.ExecuteAsync(
            """
            UPDATE webhooks SET failures = @Failures, retry_at = @RetryAt, enabled = enabled AND @DisabledWhy = '',
                disabled_why = CASE WHEN @DisabledWhy = '' THEN disabled_why ELSE @DisabledWhy END
            WHERE id = @Webhook
            """,
            new { Webhook = webhook, health.Failures, health.RetryAt, health.DisabledWhy },
            transaction);
        await connection.ExecuteAsync(
            """
            DELETE FROM webhook_deliveries
            WHERE sequence IN (SELECT sequence FROM webhook_deliveries WHERE state <> 'pending' AND tried_at < @Delivered AND (state = 'delivered' OR tried_at < @Dead) LIMIT 100)
            """,
            new { Delivered = now - DeliveredKept, Dead = now - DeadKept },
            transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Deliveries, the latest first.</summary>
    public async Task<IReadOnlyList<WebhookDelivery>> ListAsync(string webhook, string? state, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<WebhookDelivery>(
            $"""
            SELECT {Columns} FROM webhook_deliveries
            WHERE webhook = @Webhook AND (@State IS NULL OR state = @State) AND (@Before IS NULL OR sequence < @Before)
            ORDER BY sequence DESC LIMIT @Limit
            """,
            new { Webhook = webhook, State = state, Before = before, Limit = limit })).AsList();
    }

    /// <summary>How many deliveries of each state some webhook has.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(string webhook, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string State, long Count)>(
            "SELECT state, count(*) FROM webhook_deliveries WHERE webhook = @Webhook GROUP BY state", new { Webhook = webhook });
        return rows.ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal);
    }

    /// <summary>Makes deliveries wait again as if they had never been tried.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="message">Which one; null: all dead ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many.</returns>
    public async Task<long> ReplayAsync(string webhook, string? message, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_at = @Now
            WHERE webhook = @Webhook AND ((@Message IS NULL AND state = 'dead') OR message = @Message)
            """,
            new { Webhook = webhook, Message = message, Now = time.GetUtcNow() });
    }
}

/// <summary>A delivery to add.</summary>
internal sealed record NewDelivery(string Message, string Type, string Segment, string ProfileId, string Body);

/// <summary>A delivery that was tried, what it came to, its state from now on, and when it is tried next.</summary>
internal sealed record TriedDelivery(WebhookDelivery Delivery, DeliveryAttempt Attempt, string State, DateTimeOffset? NextAt);

/// <summary>How a receiver fares.</summary>
/// <param name="Failures">Failures in a row.</param>
/// <param name="RetryAt">Until when it is left alone.</param>
/// <param name="DisabledWhy">Why it gets nothing more; empty when it does.</param>
internal sealed record ReceiverHealth(long Failures, DateTimeOffset? RetryAt, string DisabledWhy);
