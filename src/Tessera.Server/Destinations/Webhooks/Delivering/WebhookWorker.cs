using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>Serves one webhook: makes changes into deliveries and sends them, at its receiver's own pace.</summary>
internal sealed class WebhookWorker(
    string id,
    WebhookStore webhooks,
    DeliveryStore deliveries,
    IMembershipChanges changes,
    CustomerIdentifiers customers,
    WebhookSender sender,
    WebhookMeter meter,
    Random random,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private const int AtOnce = 16;
    private const int ChangesAtOnce = 500;

    /// <summary>While so many wait, no more changes are made into deliveries: they are safe where they are.</summary>
    private const int MostPending = 1000;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>From a position that is stored, how far nothing was found.</summary>
    private (string Stored, string Reached)? skipped;

    /// <summary>Looks again now, because something was changed.</summary>
    public void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            try
            {
                wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Woken already.
            }
        }
    }

    /// <summary>Runs until it is told to stop, or its webhook is gone or switched off.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await webhooks.FindAsync(id, cancellationToken) is not { Enabled: true } webhook)
                {
                    return;
                }

                await StepAsync(webhook, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Webhook {Webhook} could not be served; this is tried again", id);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public void Dispose() => wake.Dispose();

    private async Task StepAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        string? position = null;
        var added = 0;
        if (await deliveries.PendingAsync(id, cancellationToken) < MostPending)
        {
            (position, added) = await ExpandAsync(webhook, cancellationToken);
        }

        var now = time.GetUtcNow();
        var silentUntil = webhook.Failures > 0 && webhook.RetryAt > now ? webhook.RetryAt : null;

        // A receiver that failed is asked with one delivery whether it is back.
        var due = silentUntil is null ? await deliveries.DueAsync(id, webhook.Failures > 0 ? 1 : AtOnce, cancellationToken) : [];
        if (due.Count > 0)
        {
            await DeliverAsync(webhook, due, cancellationToken);
        }
        else if (added == 0)
        {
            await WaitAsync(webhook, position, silentUntil, cancellationToken);
        }
    }

    private async Task<(string Position, int Read)> ExpandAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var workspace = new WorkspaceKey(webhook.Workspace);
        var position = skipped is { } empty && empty.Stored == webhook.Position ? empty.Reached : webhook.Position;
        var read = await changes.ReadAsync(workspace, position, ChangesAtOnce, cancellationToken);
        if (read.Items.Count == 0)
        {
            skipped = (webhook.Position, read.Cursor);
            return (read.Cursor, 0);
        }

        var segments = JsonSerializer.Deserialize<HashSet<string>>(webhook.Segments)!;
        var types = JsonSerializer.Deserialize<HashSet<string>>(webhook.Types)!;
        var wanted = read.Items
            .Where(change => segments.Count == 0 || segments.Contains(change.Segment))
            .Where(change => types.Contains(DeliveryBody.TypeOf(change)))
            .Where(change => webhook.Backfills || change.Cause != "definition")
            .ToList();
        var known = await customers.FindAsync(webhook.Workspace, [.. wanted.Select(change => change.ProfileId).Distinct()], cancellationToken);
        await deliveries.AddAsync(
            id,
            wanted.ConvertAll(change => new NewDelivery(
                DeliveryBody.MessageOf(id, change), DeliveryBody.TypeOf(change), change.Segment, change.ProfileId.ToString("D"), DeliveryBody.Of(change, [.. known[change.ProfileId]]))),
            read.Cursor,
            cancellationToken);
        return (read.Cursor, read.Items.Count);
    }

    private async Task DeliverAsync(Webhook webhook, IReadOnlyList<WebhookDelivery> due, CancellationToken cancellationToken)
    {
        var attempts = await Task.WhenAll(due.Select(delivery => sender.SendAsync(webhook, delivery.Message, delivery.Body, cancellationToken)));
        var now = time.GetUtcNow();
        List<TriedDelivery> tried = [];
        foreach (var (delivery, attempt) in due.Zip(attempts))
        {
            var retry = attempt.IsTaken ? null : RetrySchedule.After(delivery.Attempts + 1, random.NextDouble());
            var asked = attempt.RetryAfter is { } wish && wish > retry ? wish < LongestRetryAfter ? wish : LongestRetryAfter : retry;
            tried.Add(new TriedDelivery(delivery, attempt, attempt.IsTaken ? "delivered" : retry is null ? "dead" : "pending", now + asked));
            meter.Tried(attempt, isDead: !attempt.IsTaken && retry is null);
        }

        var failures = Array.Exists(attempts, attempt => attempt.IsTaken) ? 0 : webhook.Failures + 1;
        var gone = Array.Exists(attempts, attempt => attempt.IsGone) ? "The receiver answered 410 Gone: it wants nothing more." : string.Empty;
        await deliveries.NoteAsync(id, tried, new ReceiverHealth(failures, failures > 0 ? now + RetrySchedule.Silence(failures) : null, gone), cancellationToken);
    }

    private async Task WaitAsync(Webhook webhook, string? position, DateTimeOffset? silentUntil, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> events = [wake.WaitAsync(enough.Token)];
        if (position is not null)
        {
            events.Add(changes.WaitAsync(new WorkspaceKey(webhook.Workspace), position, enough.Token));
        }

        if ((silentUntil ?? await deliveries.NextAsync(id, cancellationToken)) is { } next)
        {
            var pause = next - time.GetUtcNow();
            events.Add(Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.FromMilliseconds(100), time, enough.Token));
        }

        await Task.WhenAny(events);
        await enough.CancelAsync();
        foreach (var waiting in events)
        {
            await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
