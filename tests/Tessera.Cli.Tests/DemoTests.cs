using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary><c>./tessera demo --orders</c>; the sample workspaces are driven by the browser tests.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Demo_OfAFile_FillsOnce_AndFindsTheSameTheNextTime()
    {
        await WriteOrdersAsync();
        await using (await RunningServer.StartAsync(root.FullPath, "Ready.", ["demo", "--orders", "my_shop.csv", "--port", "0", "--no-open"]))
        {
            var workspace = (await CliProcess.RunAsync(root.FullPath, "workspaces", "list", "--json")).Json().GetProperty("items")[0];
            workspace.GetProperty("key").GetString().ShouldBe("default");
            workspace.GetProperty("name").GetString().ShouldBe("My shop");
            workspace.GetProperty("sample").GetBoolean().ShouldBeFalse();
            (await CountAsync()).ShouldBe(10);
        }

        File.Exists(root.Combine("demo-data", "my_shop", "tessera.db")).ShouldBeTrue("each demo has a directory of its own");
        string[] demo = ["demo", "--orders", "my_shop.csv", "--port", "0", "--no-open"];
        await using (await RunningServer.StartAsync(root.FullPath, "Showing the orders of", demo))
        {
            (await CountAsync()).ShouldBe(10);
        }

        await File.AppendAllTextAsync(root.Combine("my_shop.csv"), "i99,newcomer,2024-09-16,tea,1,5.50\n");
        await using (var changed = await RunningServer.StartAsync(root.FullPath, "Ready.", demo))
        {
            changed.HasPrinted("Changed since it was imported").ShouldBeTrue();
            (await CountAsync()).ShouldBe(11);
        }

        await using (await RunningServer.StartAsync(root.FullPath, "Showing the orders of", demo))
        {
            (await CountAsync()).ShouldBe(11);
        }
    }

    [Fact]
    public async Task Demo_ThatWasInterruptedWhileFilling_FillsWithoutDoubles()
    {
        await WriteOrdersAsync();
        string[] demo = ["demo", "--orders", "my_shop.csv", "--port", "0", "--no-open"];
        await using (var killed = await RunningServer.StartAsync(root.FullPath, "Filling with", demo))
        {
            await killed.SignalAsync("KILL");
            await killed.ExitAsync();
        }

        await using var again = await RunningServer.StartAsync(root.FullPath, "Ready.", demo);
        (await CountAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task Demo_OnADirectoryThatHoldsSomethingElse_IsRefused()
    {
        await WriteOrdersAsync();
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "create", "garden", "--data", "mine")).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(root.FullPath, "demo", "--data", "mine", "--port", "0")).Sentence().ShouldContain("./tessera serve --data");

        await File.WriteAllTextAsync(root.Combine("mine", "demo.json"), """{ "kind": "samples", "ordersFile": null, "firstDay": "2025-11-01", "filled": true }""");
        (await CliProcess.RunAsync(root.FullPath, "demo", "--data", "mine", "--orders", "my_shop.csv", "--port", "0")).Sentence()
            .ShouldContain("holds a demo of the sample shop");
    }

    [Fact]
    public async Task Demo_OfAFileThatIsNotThere_SaysSo() =>
        (await CliProcess.RunAsync(root.FullPath, "demo", "--orders", "missing.csv")).Sentence().ShouldContain("does not exist");

    private Task WriteOrdersAsync()
    {
        var lines = Enumerable.Range(0, 30).Select(line => $"i{line},c{line % 10},2024-0{1 + (line % 9)}-15,tea,1,{2 + line}.50");
        return File.WriteAllLinesAsync(root.Combine("my_shop.csv"), lines.Prepend("order_id,customer_id,date,sku,quantity,unit_price"));
    }

    /// <summary>How many customers the segments hold.</summary>
    private async Task<long> CountAsync()
    {
        var segments = (await CliProcess.RunAsync(root.FullPath, "segments", "list", "--json")).Json();
        return segments.GetProperty("items").EnumerateArray().Sum(segment => segment.GetProperty("size").GetInt64());
    }
}
