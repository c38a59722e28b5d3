using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline;
using Tessera.Server.Privacy.Engine;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Privacy;

/// <summary>Who is erased is gone from every answer and from every file, whatever happens in between.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Email = "ada.lovelace@secret.example";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly JsonNode[] Adas =
    [
        Call("""{ "type": "page", "messageId": "a1", "anonymousId": "adas-browser", "timestamp": "2024-01-01T10:00:00Z", "context": { "traits": { "email": "Ada.Lovelace@secret.example" } } }"""),
        Call($$"""{ "type": "identify", "messageId": "a2", "anonymousId": "adas-browser", "userId": "ada-77", "timestamp": "2024-02-01T10:00:00Z", "traits": { "email": "{{Email}}", "name": "Ada", "phone": "+49 30 123456" } }"""),
        Call($$"""{ "type": "track", "messageId": "a3", "userId": "ada-77", "event": "Order Completed", "timestamp": "2024-02-02T10:00:00Z", "properties": { "order_id": "o1", "total": 20, "note": "{{Email}}" } }"""),
        Call($$"""{ "type": "group", "messageId": "a4", "userId": "ada-77", "groupId": "acme", "timestamp": "2024-02-03T10:00:00Z", "traits": { "owner": "{{Email}}" } }"""),
        Call($$"""{ "type": "track", "messageId": "a5", "userId": "ada-77", "properties": { "email": "{{Email}}" } }"""),
    ];

    private static readonly JsonNode[] Bobs =
    [
        Call("""{ "type": "identify", "messageId": "b1", "userId": "bob", "timestamp": "2024-01-01T10:00:00Z", "traits": { "email": "bob@example.com" } }"""),
        Call("""{ "type": "track", "messageId": "b2", "userId": "bob", "event": "Order Completed", "timestamp": "2024-01-02T10:00:00Z", "properties": { "order_id": "o2", "total": 5 } }"""),
        Call("""{ "type": "group", "messageId": "b3", "userId": "bob", "groupId": "acme", "timestamp": "2024-01-03T10:00:00Z", "traits": { "name": "Acme" } }"""),
        Call("""{ "type": "track", "messageId": "b4", "userId": "bob" }"""),
    ];

    private readonly TemporaryDirectory folder = new();

    private string Data => folder.Combine("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Erase_Customer_IsGoneFromEveryAnswerAndEveryFile()
    {
        Guid ada;
        await using (var server = await StartAsync())
        {
            using var client = Client(server.Address);

            // To tell distinct notes apart, the segment keeps them.
            using var noted = await client.PostAsJsonAsync("/api/segments", new { key = "noted", name = "Noted", definition = "count of distinct note of \"Order Completed\" >= 1" });
            noted.EnsureSuccessStatusCode();
            await SendAsync(server.Address, [.. Bobs, .. Adas]);
            await SettleAsync(server);
            await Eventually.UntilAsync(
                () => Task.FromResult(FilesWith(Email).Any(found => found.StartsWith("live.db", StringComparison.Ordinal))), "the segment keeps the note", Patience);
            await Eventually.UntilAsync(
                () => Task.FromResult(FilesWith(Email).Any(found => found.StartsWith("profiles.db", StringComparison.Ordinal))), "what is known of Ada is put together", Patience);
            using var backup = await client.PostAsJsonAsync("/api/backups", new { directory = folder.Combine("backup") });
            backup.EnsureSuccessStatusCode();
            ada = Id(await client.GetFromJsonAsync<JsonElement>($"/api/profiles?identifier=email:{Email}"));
            await LeaveTracesAsync(server, ada);
            foreach (var file in (string[])["log.db", "state.db", "tessera.db", "engine"])
            {
                FilesWith(Email).ShouldContain(found => found.StartsWith(file, StringComparison.Ordinal), "or else that it is not there afterwards would say nothing");
            }

            using var asked = await client.DeleteAsync(new Uri($"/api/profiles/{ada}", UriKind.Relative));
            asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            var id = Id(await asked.Content.ReadFromJsonAsync<JsonElement>());
            var erasure = await FinishedAsync(client, id);

            foreach (var step in (string[])["log", "stateFile", "engine", "metadata"])
            {
                erasure.GetProperty(step).GetString().ShouldBe("done", step);
            }

            (erasure.GetProperty("profileId").GetGuid(), erasure.GetProperty("requestedBy").GetString()).ShouldBe((ada, "Owner"));
            erasure.GetProperty("backups").EnumerateArray().Single().GetProperty("directory").GetString().ShouldBe(folder.Combine("backup"));
            (await client.GetFromJsonAsync<JsonElement>("/api/erasures")).GetProperty("items").EnumerateArray().Select(Id).ShouldBe([id]);
            await CheckGoneAsync(server, client, ada);
            FilesWith(Email).ShouldBeEmpty();
            FilesWith("Ada.Lovelace@secret.example").ShouldBeEmpty();
            FilesWith("adas-browser").ShouldBeEmpty();
            await CheckBobAsync(server, client);
            await CheckLogAsync(server);

            // Whoever comes under the same id is somebody new.
            await SendAsync(server.Address, [Call("""{ "type": "track", "messageId": "a6", "userId": "ada-77", "event": "Back", "timestamp": "2024-06-01T10:00:00Z" }""")]);
            await SettleAsync(server);
            var anew = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:ada-77");
            anew.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 6, 1, 10, 0, 0, TimeSpan.Zero));
            anew.GetProperty("identifiers").GetArrayLength().ShouldBe(1);
            anew.GetProperty("computed").GetProperty("sessions").GetInt64().ShouldBe(1);
            anew.GetProperty("lastErasure").GetGuid().ShouldBe(id);
        }

        // The log, replayed into a state and a store that know nothing, comes to the same.
        foreach (var file in Directory.EnumerateFiles(Data, "state.db*"))
        {
            File.Delete(file);
        }

        Directory.Delete(Path.Combine(Data, "engine"), recursive: true);
        await using var replayed = await StartAsync();
        await SettleAsync(replayed);
        using var again = Client(replayed.Address);
        (await StoredAsync(replayed)).ShouldBe(["a6", "b1", "b2", "b3"]);
        await CheckBobAsync(replayed, again);
    }

    [Fact]
    public async Task Erase_ServerKilledAgainAndAgain_FinishesAndKeepsEverythingElse()
    {
        var random = new Random(7);
        var server = await CrashedServer.StartAsync(Data);
        try
        {
            using (var client = Client(server.Address))
            {
                await SendAsync(server.Address, [.. Bobs, .. Adas]);
                await Eventually.UntilAsync(
                    async () => (await client.GetAsync($"/api/profiles?identifier=email:{Email}")).IsSuccessStatusCode
                        && (await client.GetAsync("/api/profiles?identifier=user_id:bob")).IsSuccessStatusCode,
                    "the calls are stored",
                    Patience);
                var ada = Id(await client.GetFromJsonAsync<JsonElement>($"/api/profiles?identifier=email:{Email}"));
                using var asked = await client.DeleteAsync(new Uri($"/api/profiles/{ada}", UriKind.Relative));
                asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
                await SendAsync(server.Address, [Call("""{ "type": "track", "messageId": "a6", "userId": "ada-77", "event": "Back", "timestamp": "2024-06-01T10:00:00Z" }""")]);
            }

            for (var round = 0; round < 4; round++)
            {
                await Task.Delay(random.Next(20, 1500));
                await server.KillAsync();
                server.Dispose();
                server = await CrashedServer.StartAsync(Data);
            }

            using var late = Client(server.Address);
            var id = Id((await late.GetFromJsonAsync<JsonElement>("/api/erasures")).GetProperty("items")[0]);
            await FinishedAsync(late, id);
            await server.KillAsync();
        }
        finally
        {
            server.Dispose();
        }

        FilesWith(Email).ShouldBeEmpty();
        await using var after = await StartAsync();
        using var last = Client(after.Address);
        await SettleAsync(after);
        (await StoredAsync(after)).ShouldBe(["a6", "b1", "b2", "b3"]);
        (await last.GetAsync($"/api/profiles?identifier=email:{Email}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await last.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:ada-77")).GetProperty("firstSeen").GetDateTimeOffset()
            .ShouldBe(new DateTimeOffset(2024, 6, 1, 10, 0, 0, TimeSpan.Zero));
        await CheckBobAsync(after, last);
    }

    private static async Task CheckGoneAsync(TesseraServer server, HttpClient client, Guid ada)
    {
        foreach (var path in (string[])
        [
            $"/api/profiles?identifier=email:{Email}", "/api/profiles?identifier=user_id:ada-77", "/api/profiles?identifier=anonymous_id:adas-browser", $"/api/profiles/{ada}",
        ])
        {
            using var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await client.GetFromJsonAsync<JsonElement>("/api/profiles?search=ada")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await client.GetFromJsonAsync<JsonElement>("/api/companies")).GetProperty("items")[0].GetProperty("members").GetInt64().ShouldBe(1);
        using var again = await client.DeleteAsync(new Uri($"/api/profiles/{ada}", UriKind.Relative));
        await again.ShouldBeProblemAsync(HttpStatusCode.NotFound, "profile-not-found");
        (await StoredAsync(server)).ShouldBe(["b1", "b2", "b3"]);
        var engine = server.Services.GetRequiredService<ClickHouseClient>();
        foreach (var table in await server.Services.GetRequiredService<EngineErasure>().TablesAsync(CancellationToken.None))
        {
            // Bob is all that is left, under what he is known by.
            var left = await engine.SingleAsync<long>(new Statement(
                $"SELECT toInt64(countIf({(table.HasProfile ? "profile_id" : "node_id")} IN {{bobs:Array(UUID)}} = 0)) FROM {{table:Identifier}}").With("table", table.Name).With("bobs", Bob));
            left.ShouldBe(0, table.Name);
        }

        (await engine.ListAsync<string>(new Statement("SELECT JSONExtractString(body, 'messageId') FROM rejected_events"))).ShouldBe(["b4"]);
        await using var metadata = await server.Services.GetRequiredService<MetadataDatabase>().OpenAsync();
        (await metadata.QueryAsync<string>("SELECT message FROM webhook_deliveries")).ShouldBe(["of bob"]);
        (await metadata.QueryAsync<string>("SELECT one FROM identity_cuts")).ShouldBeEmpty();
        (await metadata.QueryAsync<string>("SELECT seen FROM plan_violations ORDER BY kind")).ShouldBe(["", "kept"]);
        (await metadata.QuerySingleAsync<string>("SELECT report FROM imports")).ShouldNotContain(Email);
    }

    // Where calls alone leave nothing: deliveries, cuts, violations, imports.
    private async Task LeaveTracesAsync(TesseraServer server, Guid ada)
    {
        var import = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await using var metadata = await server.Services.GetRequiredService<MetadataDatabase>().OpenAsync();
        await metadata.ExecuteAsync(
            """
            INSERT INTO webhooks (id, workspace, name, url, secret, segments, types, backfills, enabled, disabled_why, position, failures, created_at)
            VALUES ('w', 'default', 'w', 'http://127.0.0.1:1', 's', '[]', '[]', 0, 0, '', '', 0, '2024-01-01');
            INSERT INTO webhook_deliveries (webhook, message, type, segment, profile_id, body, state, attempts, next_at, created_at, answer)
            VALUES ('w', 'of ada', 't', 's', @Ada, @Body, 'dead', 9, '2024-01-01', '2024-01-01', ''), ('w', 'of bob', 't', 's', @Bob, '{}', 'dead', 9, '2024-01-01', '2024-01-01', '');
            INSERT INTO identity_cuts (id, workspace, one, other, made_at, made_by) VALUES (@Import, 'default', @One, @Other, @Then, 'Owner');
            INSERT INTO identity_rules (workspace, version) VALUES ('default', 0);
            INSERT INTO plan_violations (workspace, day, event, source, app_version, kind, path, count, first_at, last_at, expected, seen, message_id)
            VALUES ('default', '2024-01-01', 'e', 's', '', 'a', '', 1, '', '', '', @Email, 'a3'), ('default', '2024-01-01', 'e', 's', '', 'b', '', 1, '', '', '', 'kept', 'b2');
            INSERT INTO imports (id, workspace, kind, file_name, state, sha256, bytes_total, map, options, report, created_at, finished_at)
            VALUES (@Import, 'default', 'customers', 'f.csv', 'done', '', 1, '{}', '{}', @Report, @Then, @Then);
            """,
            new
            {
                Ada = ada.ToString("D"),
                Bob = Bob[0].ToString("D"),
                Body = $$"""{"identifiers":["{{Email}}"]}""",
                Import = import,
                Then = DateTimeOffset.UnixEpoch,
                One = $$"""[{"Kind":"email","Value":"{{Email}}"}]""",
                Other = """[{"Kind":"user_id","Value":"bob"}]""",
                Email,
                Report = $$"""{"rejections":[{"example":"{{Email}}"}]}""",
            });
        await server.Services.GetRequiredService<Tessera.Server.Identity.Rules.IdentityRulesStore>().RunAsync(CancellationToken.None);
        Directory.CreateDirectory(Path.Combine(Data, "imports", import.ToString("D")));
        await File.WriteAllTextAsync(
            Path.Combine(Data, "imports", import.ToString("D"), "rejected.csv"),
            $"line,column,value,reason,raw\n1,date,x,odd,\"bob;\nx\"\n2,date,x,odd,\"y;\n{Email.ToUpperInvariant()};z\"\n3,date,x,odd,ada-77;q\n4,date,x,odd,ada-778;q\n");
    }

    private async Task CheckBobAsync(TesseraServer server, HttpClient client)
    {
        var bob = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=email:bob@example.com");
        bob.GetProperty("value").GetProperty("revenue").GetDecimal().ShouldBe(5);
        bob.GetProperty("company").GetProperty("name").GetString().ShouldBe("Acme");
        bob.GetProperty("identifiers").GetArrayLength().ShouldBe(2);
        var rejected = Directory.Exists(Path.Combine(Data, "imports")) ? Directory.EnumerateFiles(Path.Combine(Data, "imports"), "rejected.csv", SearchOption.AllDirectories).ToList() : [];
        foreach (var file in rejected)
        {
            (await File.ReadAllTextAsync(file)).ShouldBe("line,column,value,reason,raw\n1,date,x,odd,\"bob;\nx\"\n4,date,x,odd,ada-778;q\n");
        }

        (await server.Services.GetRequiredService<ClickHouseClient>().ListAsync<string>(new Statement("SELECT DISTINCT order_id FROM order_lines"))).ShouldBe(["o2"]);
    }

    // Every position is there still; those of the person say nothing.
    private static async Task CheckLogAsync(TesseraServer server)
    {
        var log = server.Services.GetRequiredService<IEventLog>();
        var (erased, all) = (0, 0L);
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var records = await log.ReadAsync(partition, 0, long.MaxValue, long.MaxValue, CancellationToken.None);
            records.Select(record => record.Position).ShouldBe(Enumerable.Range(1, (int)log.LastPosition(partition)).Select(position => (long)position));
            erased += records.Count(record => new TrackingRecord(record.Bytes).Type == CallType.Erased);
            all += records.Count;
        }

        (erased, all).ShouldBe((Adas.Length, Adas.Length + Bobs.Length));
    }

    private static IReadOnlyList<Guid> Bob { get; } =
    [
        ProfileId.For(new WorkspaceKey("default"), new Identifier("user_id", "bob")).Value, ProfileId.For(new WorkspaceKey("default"), new Identifier("email", "bob@example.com")).Value,
    ];

    private List<string> FilesWith(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return
        [
            .. Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(file => Read(file).AsSpan().IndexOf(bytes) >= 0)
                .Select(file => Path.GetRelativePath(Data, file)),
        ];
    }

    // The engine goes on merging: what is not there any more says nothing. The locks cannot be read and have nothing in them.
    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException
            || Path.GetFileName(file) == "status" || file.EndsWith(".lock", StringComparison.Ordinal))
        {
            return [];
        }
    }

    private static async Task<List<string>> StoredAsync(TesseraServer server) =>
        await server.Services.GetRequiredService<ClickHouseClient>().ListAsync<string>(new Statement("SELECT message_id FROM events ORDER BY message_id"));

    private static async Task<JsonElement> FinishedAsync(HttpClient client, Guid id)
    {
        var last = default(JsonElement);
        try
        {
            await Eventually.UntilAsync(
                async () =>
                {
                    last = await client.GetFromJsonAsync<JsonElement>($"/api/erasures/{id}");
                    return last.GetProperty("state").GetString() == "finished";
                },
                "the erasure is finished",
                Patience);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message} {last}", exception);
        }

        return last;
    }

    private static async Task SettleAsync(TesseraServer server)
    {
        var pipeline = server.Services.GetRequiredService<PipelineService>();
        await Eventually.UntilAsync(() => Task.FromResult(pipeline.Lag == 0), "everything is stored", Patience);
    }

    private async Task SendAsync(Uri address, JsonNode[] calls)
    {
        using var client = new HttpClient { BaseAddress = address };
        var writeKey = (await File.ReadAllTextAsync(Path.Combine(Data, "write.key"))).Trim();
        using var response = await client.PostAsJsonAsync("/v1/batch", new JsonObject { ["writeKey"] = writeKey, ["batch"] = new JsonArray([.. calls.Select(call => call.DeepClone())]) });
        response.EnsureSuccessStatusCode();
    }

    private async Task<TesseraServer> StartAsync()
    {
        var server = await TesseraServer.CreateAsync(new TesseraServerOptions { DataDirectory = Data, Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30 });
        await server.StartAsync();
        return server;
    }

    private HttpClient Client(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(Data, "admin.token")).Trim());
        return client;
    }

    private static Guid Id(JsonElement of) => of.GetProperty("id").GetGuid();

    private static JsonNode Call(string json) => JsonNode.Parse(json)!;
}
