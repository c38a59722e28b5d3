using System.Diagnostics.Metrics;
using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>What webhooks are measured by.</summary>
internal sealed class WebhookMeter
{
    private readonly Counter<long> attempts;
    private readonly Histogram<double> duration;

    public WebhookMeter(IMeterFactory factory)
    {
        var meter = factory.Create(ServerMeter.Name);
        attempts = meter.CreateCounter<long>("tessera.webhooks.attempts", description: "Tries to deliver a webhook: delivered, failed (tried again later) or dead (tried for the last time).");
        duration = meter.CreateHistogram<double>("tessera.webhooks.duration", "s", "How long receivers took to answer.");
    }

    public void Tried(DeliveryAttempt attempt, bool isDead)
    {
        attempts.Add(1, new KeyValuePair<string, object?>("result", attempt.IsTaken ? "delivered" : isDead ? "dead" : "failed"));
        duration.Record(attempt.Duration.TotalSeconds);
    }
}
