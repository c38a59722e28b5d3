using System.Diagnostics;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Ingestion.Clients;

/// <summary>Stock SDKs, unchanged, whose tests stand in tests/clients/tracking, run by Node.js; what they sent is what is stored.</summary>
[Collection(SharedServer.Name)]
public sealed class StockClientTests(ServerFixture server)
{
    private static readonly SemaphoreSlim Installing = new(1);

    [Theory]
    [InlineData("segment.test.mjs", "segment", "blue")]
    [InlineData("rudderstack.test.mjs", "rudder", "green")]
    public async Task StockClient_SendingEveryKindOfCall_IsUnderstood(string test, string prefix, string door)
    {
        using var source = await TrackingClient.CreateAsync(server);
        var directory = Path.Combine(RepositoryRoot.Path, "tests", "clients", "tracking");
        await InstallAsync(directory);
        var (code, output) = await RunAsync("node", directory, source, "--test", "--test-timeout=60000", test);
        code.ShouldBe(0, output);
        await source.SettleAsync();

        (await source.QueryAsync(
            "SELECT concat(type, ' ', name, ' ', user_id, ' ', if(user_id = '', anonymous_id, ''), ' ', group_id, previous_id) FROM events WHERE workspace = {workspace:String} ORDER BY type"))
            .ShouldBe(
            [
                $"alias  {prefix}-node  {prefix}-device",
                $"group  {prefix}-node  acme",
                $"identify  {prefix}-node  ",
                $"page Home {prefix}-node  ",
                $"screen Cart  {prefix}-device ",
                $"track Opened {prefix}-node  ",
            ]);
        (await source.QueryAsync("SELECT JSONExtractString(properties, 'door') FROM events WHERE workspace = {workspace:String} AND type = 'track'")).ShouldBe([door]);
        (await source.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String} AND JSONExtractString(context, 'library', 'name') != '' AND message_id != ''"))
            .ShouldBe(["6"]);
        (await source.QueryAsync("SELECT toString(toDate(time)) FROM events WHERE workspace = {workspace:String} AND type = 'track'")).ShouldBe(["2024-03-01"]);
        (await source.QueryAsync("SELECT reason FROM rejected_events WHERE workspace = {workspace:String}")).ShouldBeEmpty();
    }

    private static async Task InstallAsync(string directory)
    {
        await Installing.WaitAsync();
        try
        {
            if (!Directory.Exists(Path.Combine(directory, "node_modules")))
            {
                var (code, output) = await RunAsync("npm", directory, source: null, "ci", "--no-audit", "--no-fund");
                code.ShouldBe(0, output);
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string directory, TrackingClient? source, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (source is not null)
        {
            start.Environment["TESSERA_URL"] = source.Address.OriginalString.TrimEnd('/');
            start.Environment["TESSERA_WRITE_KEY"] = source.WriteKey;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
