using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Domain;
using Tessera.Server.Destinations.Webhooks;
using Tessera.Server.Destinations.Webhooks.Delivering;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Workspaces;

namespace Tessera.Server.Tests.Destinations.Webhooks;

public sealed class WebhookWorkerTests(MetadataFixture fixture) : IClassFixture<MetadataFixture>
{
    [Fact]
    public async Task Worker_WithAsMuchWaitingAsMay_WaitsForItsReceiver_AndNotForChanges()
    {
        await new WorkspaceStore(fixture.Metadata, fixture.Clock).RunAsync(CancellationToken.None);
        var webhooks = new WebhookStore(fixture.Metadata, fixture.Clock);
        var deliveries = new DeliveryStore(fixture.Metadata, fixture.Clock);
        WebhookDetails.TryCreate("dead", "https://example.com", [], [], backfills: true, enabled: true, privateAllowed: false, out var details, out _).ShouldBeTrue();
        var webhook = await webhooks.CreateAsync(new WorkspaceKey("default"), details!, "start", CancellationToken.None);
        await deliveries.AddAsync(
            webhook.Id,
            [.. Enumerable.Range(0, 1000).Select(number => new NewDelivery($"m{number}", "segment.entered", "s", $"p{number}", "{}"))],
            "start",
            CancellationToken.None);
        await deliveries.NoteAsync(webhook.Id, [], new ReceiverHealth(3, fixture.Clock.GetUtcNow().AddSeconds(30), string.Empty), CancellationToken.None);

        var changes = new EndlessChanges();
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var sender = new WebhookSender(new TesseraServerOptions { DataDirectory = fixture.Directory.Root }, fixture.Clock);
        using var worker = new WebhookWorker(
            webhook.Id, webhooks, deliveries, changes, new CustomerIdentifiers(null!), sender, new WebhookMeter(services.GetRequiredService<IMeterFactory>()), new Random(1), fixture.Clock, NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        (await fixture.Clock.AdvanceToNextTimerAsync(TimeSpan.FromMinutes(1), patience.Token)).ShouldBe(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        changes.Asked.ShouldBe(0);
    }

    /// <summary>There is always more to read, as after an outage of the receiver.</summary>
    private sealed class EndlessChanges : IMembershipChanges
    {
        public int Asked { get; private set; }

        public Task<string> EndAsync(WorkspaceKey workspace, CancellationToken cancellationToken) => Task.FromResult("end");

        public Task<MembershipChanges> ReadAsync(WorkspaceKey workspace, string after, int limit, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new MembershipChanges([], after));
        }

        public Task WaitAsync(WorkspaceKey workspace, string after, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.CompletedTask;
        }
    }
}
