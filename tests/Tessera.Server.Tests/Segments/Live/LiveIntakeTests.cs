using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Log;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Ingestion.Tracking;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.State;
using Tessera.Server.Pipeline.Store;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Which calls count: for segments, which follow the log ahead, and for the store behind them.</summary>
public sealed class LiveIntakeTests : IAsyncLifetime, IDisposable
{
    private const int Kept = 100;
    private const int Steps = 150;
    private const int CallsPerStep = 12;
    private const int Customers = 6;
    private const int Ids = Kept + 40;

    private readonly TemporaryDirectory folder = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private SqliteEventLog log = null!;
    private SqlitePipelineState state = null!;

    public Task InitializeAsync()
    {
        log = new SqliteEventLog(new EventLogOptions { File = folder.Combine("log.db") }, new LogMeter(services.GetRequiredService<IMeterFactory>()), TimeProvider.System);
        state = new SqlitePipelineState(new StateDatabase(folder.Combine("state.db")), log.Id, TimeProvider.System);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await log.DisposeAsync();
        await state.DisposeAsync();
    }

    public void Dispose()
    {
        services.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Calls_SentAgainAroundTheEdgeOfTheWindow_AreTheSameOnesForSegmentsAndStore_HoweverOftenEitherStartsAgain(int seed)
    {
        var random = new Random(seed);
        var store = new StoreProgress(log);
        var duplicates = new List<LogPlace>();
        var forSegments = Lists();
        var stored = Lists();
        var windows = Enumerable.Range(0, log.Partitions).Select(_ => new MessageWindow(Kept)).ToList();
        var intake = Intake(store);
        for (var step = 0; step < Steps; step++)
        {
            await AppendAsync(random);
            if (step == Steps - 1 || random.Next(2) == 0)
            {
                await TakeAsync();
            }

            if (step == Steps - 1 || random.Next(4) == 0)
            {
                await StoreAsync();
            }

            if (random.Next(10) == 0)
            {
                var through = intake.Positions;
                intake = Intake(store);
                await intake.RestoreAsync([.. through.Select(position => random.NextInt64(position + 1))], through, duplicates.ToHashSet(), _ => { }, CancellationToken.None);
            }

            if (random.Next(10) == 0)
            {
                windows = [.. await Task.WhenAll(Enumerable.Range(0, log.Partitions).Select(LoadAsync))];
            }
        }

        duplicates.Count.ShouldBeGreaterThan(Steps);
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var expected = await NewAsync(partition);
            stored[partition].ShouldBe(expected);
            forSegments[partition].ShouldBe(expected);
        }

        async Task TakeAsync()
        {
            foreach (var incoming in await intake.TakeAsync(duplicates, CancellationToken.None))
            {
                forSegments[incoming.Place.Partition].Add(incoming.Call.MessageId);
            }
        }

        async Task StoreAsync()
        {
            for (var partition = 0; partition < log.Partitions; partition++)
            {
                var records = await log.ReadAsync(partition, store.Position(partition), intake.Positions[partition], long.MaxValue, CancellationToken.None);
                if (records.Count == 0)
                {
                    continue;
                }

                var batch = StoreBatch.Of(partition, records, windows[partition], new Nobody());
                await state.BeginAsync(partition, batch.Range, CancellationToken.None);
                await state.CompleteAsync(partition, batch.Range, batch.Messages, Kept, isSeenWritten: true, CancellationToken.None);
                stored[partition].AddRange(batch.Calls.Select(call => call.Call.MessageId));
                store.MoveTo(partition, batch.Range.Last);
            }
        }
    }

    private LiveIntake Intake(StoreProgress store) => new(log, new StoredMessages(state), store, new Nobody(), Kept);

    private List<List<string>> Lists() => [.. Enumerable.Range(0, log.Partitions).Select(_ => new List<string>())];

    private async Task<MessageWindow> LoadAsync(int partition)
    {
        var window = new MessageWindow(Kept);
        await foreach (var messages in state.LoadMessagesAsync(partition, CancellationToken.None))
        {
            Array.ForEach(messages, message => window.Add(message));
        }

        return window;
    }

    // The promise itself: a call counts unless its id is among those of the last so many calls of its partition that counted.
    private async Task<List<string>> NewAsync(int partition)
    {
        List<string> all = [];
        foreach (var record in await log.ReadAsync(partition, 0, long.MaxValue, long.MaxValue, CancellationToken.None))
        {
            var id = new TrackingRecord(record.Bytes).MessageId;
            if (!all.TakeLast(Kept).Contains(id, StringComparer.Ordinal))
            {
                all.Add(id);
            }
        }

        return all;
    }

    private async Task AppendAsync(Random random)
    {
        var calls = Enumerable.Range(0, CallsPerStep).Select(_ => (JsonNode)new JsonObject
        {
            ["type"] = "page",
            ["userId"] = string.Create(CultureInfo.InvariantCulture, $"u{random.Next(Customers)}"),
            ["messageId"] = string.Create(CultureInfo.InvariantCulture, $"m{random.Next(Ids)}"),
        });
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["batch"] = new JsonArray([.. calls]) }.ToJsonString());
        ParsedBody.TryParse(body, null, out var parsed, out var problem).ShouldBeTrue(problem);
        using var batch = new LogBatch();
        new RecordWriter(TimeProvider.System).Write(batch, new Source(new WorkspaceKey("garden-shop"), "web site"), body, parsed, TimeProvider.System.GetUtcNow());
        await log.AppendAsync(batch);
    }

    private sealed class Nobody : ICallIdentities
    {
        public CallIdentity Of(TrackingRecord call) => new(null, []);
    }
}
