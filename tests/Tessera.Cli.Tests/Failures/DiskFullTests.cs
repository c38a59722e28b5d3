using System.Globalization;
using System.Text;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Failures;

/// <summary>The disk that holds the data directory is full: at the start, and in the middle of an import.</summary>
public sealed class DiskFullTests : IDisposable
{
    private const int Rows = 50_000;

    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Serve_OnAFullDisk_SaysSo()
    {
        using var disk = Mount(megabytes: 2);
        disk.Fill();

        (await CliProcess.RunAsync(root.FullPath, "serve", "--data", disk.Combine("data"), "--port", "0")).Sentence().ShouldContain("is full");
    }

    [SkippableFact]
    public async Task Import_ThatFillsTheDisk_SaysSo_AndWorksOnceThereIsSpace()
    {
        using var disk = Mount(megabytes: 256);
        await File.WriteAllTextAsync(root.Combine("orders.csv"), Orders());
        var data = disk.Combine("data");
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--data", data, "--port", "0");
        string[] import = ["import", "orders", root.Combine("orders.csv"), "--data", data];

        disk.Fill();
        (await CliProcess.RunAsync(root.FullPath, import)).Sentence().ShouldContain("disk", Case.Insensitive);

        // Not a row of it was kept, and the server has not suffered.
        disk.Free();
        (await CliProcess.RunAsync(root.FullPath, [.. import, "--json"])).Json().GetProperty("rowsAccepted").GetInt64().ShouldBe(Rows);
    }

    private static SmallDisk Mount(int megabytes)
    {
        var disk = SmallDisk.TryMount(megabytes);
        Skip.If(disk is null, "A small disk cannot be mounted here; that takes root on Linux.");
        return disk;
    }

    private static string Orders()
    {
        var text = new StringBuilder("order_id,customer_id,time,sku,quantity,unit_price\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row},{row % 1000},2024-03-{1 + (row % 28):00} 10:00:00,A{row % 50},1,2.50\n");
        }

        return text.ToString();
    }
}
