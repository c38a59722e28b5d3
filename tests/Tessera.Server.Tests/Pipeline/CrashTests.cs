using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline;
using Tessera.Server.Segments.Live;
using Tessera.Server.Tests.Destinations.Webhooks;
using Tessera.Testing;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>
/// Server and engine are killed at seeded moments under load; senders do what SDKs do and send again what was not acknowledged.
/// TESSERA_CRASH_ROUNDS says how often; 10 unless said otherwise.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private static readonly WorkspaceKey Workspace = new("default");
    private static readonly string[] Tables = ["events", "order_lines", "rejected_events", "profiles", "profiles_before_merge", "identities", "group_calls", "consents", "profile_terms", "segment_changes"];
    private const int Senders = 4;
    private const int CallsPerBatch = 20;
    private readonly TemporaryDirectory folder = new();
    private readonly ConcurrentBag<string> acknowledged = [];
    private readonly ConcurrentBag<string> refused = [];
    private volatile CrashedServer? current;
    private int batches;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("TESSERA_CRASH_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 10;

    private string DataDirectory => folder.Combine("data");

    public void Dispose()
    {
        current?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Kill_OfServerAndEngineUnderLoad_StoresEverythingAcknowledgedExactlyOnce()
    {
        var random = new Random(4);
        current = await CrashedServer.StartAsync(DataDirectory);
        await using var receiver = await Receiver.StartAsync();
        var membership = new CrashedMembership(DataDirectory, receiver);
        await membership.BeginAsync(current.Address);
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(sender, stop.Token))).ToList();
        var (servers, engines) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await UntilBatchesAsync(Volatile.Read(ref batches) + random.Next(5, 60));
            if (random.Next(2) == 0 && (round % 3 == 0 ? current.KillEngine() : await current.KillEngineAsItStoresAsync(DataDirectory, TimeSpan.FromSeconds(5))))
            {
                engines++;
                continue;
            }

            var killed = current;
            await killed.KillAsync();
            current = await CrashedServer.StartAsync(DataDirectory);
            killed.Dispose();
            servers++;
        }

        await UntilBatchesAsync(Volatile.Read(ref batches) + 10);
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        await current.KillAsync();
        servers.ShouldBeGreaterThan(0);
        engines.ShouldBeGreaterThan(0);
        await CheckAsync(membership);
    }

    private async Task CheckAsync(CrashedMembership membership)
    {
        IReadOnlyList<string> live, members;
        KeptStates states;
        await using (var server = await OpenAsync())
        {
            var engine = server.Services.GetRequiredService<ClickHouseClient>();
            await CheckAsync(engine);
            await membership.CheckAsync(server.Address);
            live = await RowsAsync(engine);
            members = await membership.MembersAsync(server.Address);
            states = await KeptStates.ReadAsync(server, Workspace);
            foreach (var table in Tables)
            {
                await engine.ExecuteAsync(new Statement("TRUNCATE TABLE {table:Identifier}").With("table", table));
            }
        }

        // The same log into a state and a store that know nothing comes to the same rows.
        foreach (var file in (string[])[.. Directory.EnumerateFiles(DataDirectory, "state.db*"), .. Directory.EnumerateFiles(DataDirectory, "live.db*")])
        {
            File.Delete(file);
        }

        await using var replayed = await OpenAsync();
        (await RowsAsync(replayed.Services.GetRequiredService<ClickHouseClient>())).ShouldBe(live);
        (await membership.MembersAsync(replayed.Address)).ShouldBe(members);
        var again = await KeptStates.ReadAsync(replayed, Workspace);
        var instant = TimeProvider.System.GetUtcNow();
        again.At(instant).Except(states.At(instant), StringComparer.Ordinal).ShouldBeEmpty("what is kept of each customer, bit for bit");
        states.At(instant).Except(again.At(instant), StringComparer.Ordinal).ShouldBeEmpty("of the same customers");
    }

    /// <summary>A server in this process, once it has stored everything that is in the log and put together whoever waits for it.</summary>
    private async Task<TesseraServer> OpenAsync()
    {
        var server = await TesseraServer.CreateAsync(new TesseraServerOptions
        {
            DataDirectory = DataDirectory, Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30, AllowPrivateWebhooks = true,
        });
        await server.StartAsync();
        var pipeline = server.Services.GetRequiredService<PipelineService>();
        var membership = server.Services.GetRequiredService<LiveMembership>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (pipeline.Lag > 0 || !membership.IsSettled)
        {
            try
            {
                await Task.Delay(50, patience.Token);
            }
            catch (OperationCanceledException failure)
            {
                throw new TimeoutException($"The server is still at work on what it found: {pipeline.Lag} calls to store; {membership.Unsettled}.", failure);
            }
        }

        await membership.FlushAsync(patience.Token);
        return server;
    }

    /// <summary>Everything that the pipeline stored, but for how often a profile was written.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(ClickHouseClient engine)
    {
        var rows = new List<string>();
        foreach (var sql in (string[])
        [
            "SELECT toString(tuple(*)) AS row FROM events ORDER BY row",
            "SELECT toString(tuple(*)) AS row FROM order_lines ORDER BY row",
            "SELECT toString(tuple(*)) AS row FROM rejected_events ORDER BY row",
            "SELECT toString(tuple(* EXCEPT (version, is_only_seen))) AS row FROM profiles FINAL ORDER BY row",
            "SELECT toString(tuple(*)) AS row FROM moved_identities ORDER BY row",
            "SELECT toString(tuple(*)) AS row FROM group_calls FINAL ORDER BY row",
            "SELECT toString(tuple(*)) AS row FROM consents ORDER BY row",
        ])
        {
            rows.AddRange(await engine.ListAsync<string>(new Statement(sql)));
        }

        return rows;
    }

    private async Task CheckAsync(ClickHouseClient engine)
    {
        var stored = await engine.ListAsync<string>(new Statement("SELECT message_id FROM events"));
        stored.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty("stored twice");
        acknowledged.Except(stored, StringComparer.Ordinal).ShouldBeEmpty("acknowledged and lost");
        acknowledged.Count.ShouldBeGreaterThan(Rounds * 5 * CallsPerBatch);

        (await engine.SingleAsync<long>(new Statement("SELECT toInt64(count()) FROM order_lines")))
            .ShouldBe(await engine.SingleAsync<long>(new Statement("SELECT toInt64(count()) FROM events WHERE name = 'Order Completed'")));

        await CrashedTables.CheckAsync(engine);

        // A refusal has no id to be recognised by: one that was sent again because its answer was lost is there twice.
        var kept = await engine.ListAsync<string>(new Statement("SELECT JSONExtractString(body, 'messageId') FROM rejected_events"));
        refused.Except(kept, StringComparer.Ordinal).ShouldBeEmpty("kept aside and lost");
        kept.Count.ShouldBeLessThan(refused.Count + (Senders * (Rounds + 1)));
        (await engine.SingleAsync<long>(new Statement("SELECT toInt64(uniqExact(profile_id)) FROM resolved_events")))
            .ShouldBe(await engine.SingleAsync<long>(new Statement("SELECT toInt64(count()) FROM profiles FINAL")));
        (await engine.SingleAsync<long>(new Statement("SELECT toInt64(count()) FROM moved_identities"))).ShouldBeGreaterThan(10);
    }

    private async Task SendAsync(int sender, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
        var key = (await File.ReadAllTextAsync(Path.Combine(DataDirectory, "write.key"), CancellationToken.None)).Trim();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
        {
            var batch = Batch(sender, number);
            while (!await TrySendAsync(http, batch) && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private async Task<bool> TrySendAsync(HttpClient http, (IReadOnlyList<string> Ids, string Refused, string Body) batch)
    {
        try
        {
            using var content = new StringContent(batch.Body, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(current!.Address, "/v1/batch"), content);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return false;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }

        foreach (var id in batch.Ids)
        {
            acknowledged.Add(id);
        }

        refused.Add(batch.Refused);
        Interlocked.Increment(ref batches);
        return true;
    }

    private static (IReadOnlyList<string> Ids, string Refused, string Body) Batch(int sender, int number)
    {
        var ids = Enumerable.Range(0, CallsPerBatch).Select(call => string.Create(CultureInfo.InvariantCulture, $"{sender}-{number}-{call}")).ToList();
        var invalid = string.Create(CultureInfo.InvariantCulture, $"{sender}-{number}-invalid");
        List<JsonNode> calls = [.. ids.Select((id, call) => (JsonNode)new JsonObject
        {
            ["type"] = call % 5 == 0 ? "identify" : "track",
            ["event"] = call == 7 ? "Order Completed" : "Step",
            ["properties"] = new JsonObject { ["order_id"] = id, ["revenue"] = 10 + call },
            ["messageId"] = id,
            ["userId"] = call % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"user-{call + sender}"),
            ["anonymousId"] = call % 4 == 0 || call % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"device-{(call + (number * sender)) % 50}") : null,
            ["traits"] = new JsonObject { ["number"] = number, ["email"] = string.Create(CultureInfo.InvariantCulture, $"{(call * sender) % 30}@example.com") },
            ["timestamp"] = new DateTimeOffset(2024, 1 + (call % 3), 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number).ToString("O", CultureInfo.InvariantCulture),
        })];
        foreach (var call in FewCalls(sender, number))
        {
            ids.Add(call["messageId"]!.GetValue<string>());
            calls.Add(call);
        }

        ids.Add(string.Create(CultureInfo.InvariantCulture, $"{sender}-{number}-company"));
        calls.Add(CrashedTables.CompanyCall(ids[^1], sender, number));
        calls.Add(new JsonObject { ["type"] = "track", ["messageId"] = invalid });
        return (ids, invalid, new JsonObject { ["batch"] = new JsonArray([.. calls]) }.ToJsonString());
    }

    // Of customers who do little, so that many enter segments, some as visitors who sign in later; and somebody is there now.
    private static IEnumerable<JsonNode> FewCalls(int sender, int number)
    {
        var customer = string.Create(CultureInfo.InvariantCulture, $"few-{sender}-{number / 4}");
        for (var call = 0; call < 3; call++)
        {
            yield return new JsonObject
            {
                ["type"] = "track",
                ["event"] = call == 2 && number % 4 > 1 ? "Order Completed" : call == 1 ? "Ping" : "Step",
                ["properties"] = new JsonObject { ["order_id"] = $"{customer}-{number}", ["revenue"] = 7 * (1 + (number % 9)) },
                ["messageId"] = string.Create(CultureInfo.InvariantCulture, $"{sender}-{number}-few-{call}"),
                ["userId"] = number % 4 == 3 ? customer : null,
                ["anonymousId"] = customer + "-browser",
                ["timestamp"] = TimeProvider.System.GetUtcNow().AddSeconds(-(number + call) % 50).ToString("O", CultureInfo.InvariantCulture),
            };
        }
    }

    private async Task UntilBatchesAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Volatile.Read(ref batches) < count)
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
