using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary><c>./tessera serve</c> and the commands that speak to it, each a process.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task Signal_EndsServerAndEngineInGoodOrder(string signal)
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        using var engine = Process.GetProcessById(ProcessTable.ChildOf(server.ProcessId));

        // As a terminal does it: the keyboard and the end of the terminal reach the whole group.
        await server.SignalAsync(signal, signal == "TERM" ? [] : [engine.Id]);
        var (exitCode, error) = await server.ExitAsync();
        exitCode.ShouldBe(0, error);
        error.Trim().ShouldBe("Stopping …");
        engine.HasExited.ShouldBeTrue();
        File.Exists(root.Combine("data", "server.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Kill_LeavesNoEngineBehind_AndTheNextStartWorks()
    {
        await using (var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0"))
        {
            using var engine = Process.GetProcessById(ProcessTable.ChildOf(server.ProcessId));
            await server.SignalAsync("KILL");
            await server.ExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await engine.WaitForExitAsync(patience.Token);
        }

        (await CliProcess.RunAsync(root.FullPath, "link")).Sentence().ShouldContain("No server is running");
        await using var again = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        again.Address.Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task LogFormatJson_WritesOneObjectALine()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0", "--log-format", "json", "--log-level", "information");
        using (var client = new HttpClient { BaseAddress = server.Address })
        {
            (await client.GetAsync("/healthz")).EnsureSuccessStatusCode();
        }

        await server.SignalAsync("TERM");
        var (exitCode, error) = await server.ExitAsync();
        exitCode.ShouldBe(0, error);
        var paths = error.Split('\n').Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("State"))
            .Select(state => state.TryGetProperty("Path", out var path) ? path.GetString() : null);
        paths.ShouldContain(path => path == "/healthz");
    }

    [Fact]
    public async Task Commands_FindTheRunningServer()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "create", "garden", "--name", "Garden shop", "--currency", "GBP", "--json"))
            .Json().GetProperty("currency").GetString().ShouldBe("GBP");

        var list = (await CliProcess.RunAsync(root.FullPath, "workspaces", "list", "--json")).Json();
        list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("key").GetString()).ShouldBe(["default", "garden"]);
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "list")).Output.Split('\n')[2].ShouldMatch("^garden +Garden shop +GBP +UTC +no$");

        var token = await File.ReadAllTextAsync(root.Combine("data", "admin.token"));
        var elsewhere = await CliProcess.RunAsync(
            Path.GetTempPath(), "workspaces", "list", "--json", "--url", server.Address.OriginalString, "--token", token.Trim());
        JsonElement.DeepEquals(elsewhere.Json(), list).ShouldBeTrue();

        (await CliProcess.RunAsync(root.FullPath, "workspaces", "create", "garden")).Sentence().ShouldContain("garden");
        (await CliProcess.RunAsync(root.FullPath, "doctor", "--json")).Json().GetProperty("items").EnumerateArray()
            .Single(finding => finding.GetProperty("check").GetString() == "Running engine").GetProperty("verdict").GetString().ShouldBe("good");
    }

    [Fact]
    public async Task Doctor_LooksAtTheDirectoryThatTheVariableNames_AndElseAtTheDemoThatRuns()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0", "--data", "demo-data/mine");
        (await DataAsync(named: null)).ShouldContain(root.Combine("demo-data", "mine") + " is in use by the server");
        (await DataAsync(root.Combine("other"))).ShouldContain(root.Combine("other") + " does not exist yet");

        async Task<string> DataAsync(string? named)
        {
            var start = CliProcess.StartInfo(root.FullPath, ["doctor", "--json"]);
            if (named is not null)
            {
                start.Environment["TESSERA_DATA"] = named;
            }

            return (await CliProcess.RunAsync(start)).Json().GetProperty("items").EnumerateArray()
                .Single(finding => finding.GetProperty("check").GetString() == "Data directory").GetProperty("text").GetString()!;
        }
    }

    [Fact]
    public async Task Link_PrintsALinkThatSignsIn()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        var link = new Uri((await CliProcess.RunAsync(root.FullPath, "link")).Output.Trim());
        foreach (var good in (Uri[])[server.SignInLink, link])
        {
            good.GetLeftPart(UriPartial.Authority).ShouldBe(server.Address.GetLeftPart(UriPartial.Authority));
            using var http = new HttpClient { BaseAddress = server.Address };
            using var response = await http.PostAsync(
                "/api/session", new StringContent($$"""{ "code": "{{good.Fragment.TrimStart('#')}}" }""", System.Text.Encoding.UTF8, "application/json"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Serve_OnADirectoryInUse_NamesTheProcess()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        var sentence = (await CliProcess.RunAsync(root.FullPath, "serve", "--port", "0")).Sentence();
        sentence.ShouldContain($"process {server.ProcessId}");
        sentence.ShouldContain(server.Address.OriginalString.TrimEnd('/'));
    }

    [Fact]
    public async Task Serve_OnATakenPort_NamesIt()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        var port = server.Address.Port;
        (await CliProcess.RunAsync(root.FullPath, "serve", "--data", "other", "--port", $"{port}")).Sentence().ShouldContain($"Port {port} is taken");
    }

    [Fact]
    public async Task Import_WithoutServer_LeavesNothingToBeComputed()
    {
        var lines = Enumerable.Range(0, 240).Select(line =>
            $"i{line},c{line % 12},{new DateOnly(2024, 1, 1).AddDays(line):yyyy-MM-dd},tea,{1 + (line % 3)},{2 + (line % 12)}.50");
        await File.WriteAllLinesAsync(root.Combine("orders.csv"), lines.Prepend("order_id,customer_id,date,sku,quantity,unit_price"));
        (await CliProcess.RunAsync(root.FullPath, "import", "orders", "orders.csv")).ExitCode.ShouldBe(0);

        // The past is asked for from the files of the server that has ended, by one that must not add to it.
        var segments = await CliProcess.RunAsync(root.FullPath, "segments", "list", "--json");
        segments.Error.ShouldBeEmpty();
        var items = segments.Json().GetProperty("items").EnumerateArray().ToList();
        items.ShouldAllBe(segment => segment.GetProperty("trend").GetArrayLength() == 8);
        items.ShouldContain(segment => segment.GetProperty("sizeChange").ValueKind == JsonValueKind.Number);
        var profile = (await CliProcess.RunAsync(root.FullPath, "profiles", "show", "user_id:c1", "--json")).Json();
        profile.GetProperty("segments")[0].GetProperty("since").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task SegmentList_WhileNobodyIsInASegment_SaysWhatToDoNext()
    {
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "create", "garden")).ExitCode.ShouldBe(0);
        var list = await CliProcess.RunAsync(root.FullPath, "segments", "list", "--workspace", "garden");
        list.ExitCode.ShouldBe(0, list.Error);
        list.Output.ShouldBeEmpty();
        list.Error.ShouldContain("./tessera import orders FILE");
    }

    [Fact]
    public async Task DataCommand_WithoutServer_RunsOneForItself()
    {
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "create", "garden")).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "list", "--json")).Json().GetProperty("items").GetArrayLength().ShouldBe(2);
        File.Exists(root.Combine("data", "server.json")).ShouldBeFalse();
    }
}
