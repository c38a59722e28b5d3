using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Backups;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("tessera-backup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Backup_MadeWhileCallsKeepComing_RestoredElsewhere_HasEveryCallOfBeforeExactlyOnce()
    {
        var backup = Path.Combine(folder, "backup");
        ConcurrentQueue<string> acknowledged = new();
        List<string> before;
        string token;
        var original = Options("data");
        await using (var server = await StartAsync(original))
        {
            token = await File.ReadAllTextAsync(Path.Combine(original.DataDirectory, "admin.token"));
            using var stop = new CancellationTokenSource();
            var sending = Task.WhenAll(Enumerable.Range(0, 3).Select(sender => SendAsync(server.Address, original.DataDirectory, sender, acknowledged, stop.Token)));
            await Eventually.UntilAsync(() => Task.FromResult(acknowledged.Count > 500), "calls are coming", Patience);
            before = [.. acknowledged];

            using var client = Client(server.Address, original.DataDirectory);
            using var made = await client.PostAsJsonAsync("/api/backups", new { directory = backup });
            made.StatusCode.ShouldBe(HttpStatusCode.OK, await made.Content.ReadAsStringAsync());
            var during = acknowledged.Count;
            await Eventually.UntilAsync(() => Task.FromResult(acknowledged.Count > during + 100), "calls are taken after it", Patience);
            await stop.CancelAsync();
            await sending;
            (await client.GetFromJsonAsync<JsonElement>("/api/backups")).GetProperty("items")[0].GetProperty("directory").GetString().ShouldBe(backup);
        }

        var restored = Options("restored");
        var manifest = await BackupRestoration.RestoreAsync(backup, restored);
        manifest.Workspaces.ShouldBe(["default"]);
        await using (var server = await StartAsync(restored))
        {
            (await File.ReadAllTextAsync(Path.Combine(restored.DataDirectory, "admin.token"))).ShouldBe(token);
            var pipeline = server.Services.GetRequiredService<PipelineService>();
            await Eventually.UntilAsync(() => Task.FromResult(pipeline.Lag == 0), "what the log had more is stored", Patience);
            var stored = await server.Services.GetRequiredService<ClickHouseClient>().ListAsync<string>(new Statement("SELECT message_id FROM events"));
            stored.Count.ShouldBe(stored.Distinct(StringComparer.Ordinal).Count(), "no call is there twice");
            before.Except(stored, StringComparer.Ordinal).ShouldBeEmpty("every call that was acknowledged before is there");
            stored.Except(acknowledged, StringComparer.Ordinal).Count().ShouldBeLessThan(100, "nothing is there that was not sent; the last answers were lost with the client");
        }
    }

    [Fact]
    public async Task Backup_IntoADirectoryWithSomethingInIt_IsRefused()
    {
        var options = Options("data");
        await using var server = await StartAsync(options);
        using var client = Client(server.Address, options.DataDirectory);
        using var refused = await client.PostAsJsonAsync("/api/backups", new { directory = options.DataDirectory });
        (await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "backup-failed")).ShouldContain("not empty");
        using var relative = await client.PostAsJsonAsync("/api/backups", new { directory = "backup" });
        await relative.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "directory-invalid");
    }

    [Fact]
    public async Task Restore_OfWhatIsNoBackup_OrIntoADirectoryWithData_SaysSo()
    {
        (await Should.ThrowAsync<TesseraException>(() => BackupRestoration.RestoreAsync(folder, Options("restored"))))
            .Message.ShouldContain("manifest.json");
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, Guid.Empty, "0", DateTimeOffset.UnixEpoch, [], new Dictionary<string, long>(StringComparer.Ordinal), 0);
        await manifest.WriteAsync(folder, CancellationToken.None);
        var used = Options("used");
        Directory.CreateDirectory(used.DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(used.DataDirectory, "tessera.db"), "");
        (await Should.ThrowAsync<TesseraException>(() => BackupRestoration.RestoreAsync(folder, used)))
            .Message.ShouldContain("holds data already");
    }

    [Fact]
    public async Task Restore_OfVersionsOfRowsThatMergeMeanwhile_FindsTheBackupWhole()
    {
        var backup = Path.Combine(folder, "backup");
        var original = Options("data");
        await using (var server = await StartAsync(original))
        {
            var engine = server.Services.GetRequiredService<ClickHouseClient>();
            await engine.ExecuteAsync(new Statement("CREATE TABLE versions (key UInt64, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY key"));
            await engine.ExecuteAsync(new Statement("SYSTEM STOP MERGES versions"));
            foreach (var version in Enumerable.Range(1, 12))
            {
                await engine.ExecuteAsync(new Statement($"INSERT INTO versions SELECT number, {version} FROM numbers(1000)"));
            }

            using var client = Client(server.Address, original.DataDirectory);
            using var made = await client.PostAsJsonAsync("/api/backups", new { directory = backup });
            made.StatusCode.ShouldBe(HttpStatusCode.OK, await made.Content.ReadAsStringAsync());
        }

        var restored = Options("restored");
        var manifest = await BackupRestoration.RestoreAsync(backup, restored);
        manifest.Counts["versions"].ShouldBe(1000);
        await using var again = await StartAsync(restored);
    }

    [Fact]
    public async Task Restore_OfADamagedBackup_SaysSo_AndLeavesNothingBehind()
    {
        var backup = Path.Combine(folder, "backup");
        var original = Options("data");
        await using (var server = await StartAsync(original))
        {
            using var client = Client(server.Address, original.DataDirectory);
            using var made = await client.PostAsJsonAsync("/api/backups", new { directory = backup });
            made.StatusCode.ShouldBe(HttpStatusCode.OK, await made.Content.ReadAsStringAsync());
        }

        var whole = (await BackupManifest.ReadAsync(backup, CancellationToken.None))!;
        File.Delete(Path.Combine(backup, "manifest.json"));
        var counts = new Dictionary<string, long>(whole.Counts, StringComparer.Ordinal) { ["events"] = 7 };
        await (whole with { Counts = counts }).WriteAsync(backup, CancellationToken.None);
        var target = Options("restored");
        (await Should.ThrowAsync<TesseraException>(() => BackupRestoration.RestoreAsync(backup, target)))
            .Message.ShouldContain("table events has 0 rows where the manifest says 7");
        File.Delete(Path.Combine(backup, "manifest.json"));
        await whole.WriteAsync(backup, CancellationToken.None);
        (await BackupRestoration.RestoreAsync(backup, target)).Id.ShouldBe(whole.Id);
    }

    [Fact]
    public async Task Restore_ThatWasInterrupted_KeepsServersAway()
    {
        var options = Options("half");
        Directory.CreateDirectory(options.DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(options.DataDirectory, "restoring"), folder);
        (await Should.ThrowAsync<TesseraException>(() => TesseraServer.CreateAsync(options))).Message.ShouldContain("./tessera restore");
    }

    private static async Task SendAsync(Uri address, string data, int sender, ConcurrentQueue<string> acknowledged, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        var writeKey = (await File.ReadAllTextAsync(Path.Combine(data, "write.key"), CancellationToken.None)).Trim();
        for (var round = 0; !cancellationToken.IsCancellationRequested; round++)
        {
            var ids = Enumerable.Range(0, 10).Select(number => $"m{sender}-{round}-{number}").ToList();
            var batch = ids.Select(id => new { type = "track", userId = $"u{id}", @event = "Opened", messageId = id });
            using var response = await client.PostAsJsonAsync("/v1/batch", new { writeKey, batch }, CancellationToken.None);
            response.EnsureSuccessStatusCode();
            ids.ForEach(acknowledged.Enqueue);
        }
    }

    private static async Task<TesseraServer> StartAsync(TesseraServerOptions options)
    {
        var server = await TesseraServer.CreateAsync(options);
        await server.StartAsync();
        return server;
    }

    private static HttpClient Client(Uri address, string data)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(data, "admin.token")).Trim());
        return client;
    }

    private TesseraServerOptions Options(string name) => new()
    {
        DataDirectory = Path.Combine(folder, name), Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30,
    };
}
