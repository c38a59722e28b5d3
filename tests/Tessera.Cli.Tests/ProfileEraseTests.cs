using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>Erasing a customer at the command line.</summary>
public sealed class ProfileEraseTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Erase_ShowsWhatWouldBeAndDoesItOnlyWhenTold()
    {
        await File.WriteAllTextAsync(
            Path.Combine(root.FullPath, "orders.csv"),
            "order_id,customer_id,email,date,sku,quantity,unit_price\n1,ada,ada@example.com,2024-01-10,tea,1,10.00\n2,bob,bob@example.com,2024-01-20,tea,1,10.00\n");
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        (await RunAsync("import", "orders", "orders.csv")).ExitCode.ShouldBe(0);

        var plan = await RunAsync("profiles", "erase", "user_id:ada");
        plan.ExitCode.ShouldBe(0, plan.Error);
        plan.Output.ShouldContain("user_id: ada");
        plan.Output.ShouldContain("email: ada@example.com");
        plan.Output.ShouldContain("1 orders");
        plan.Error.ShouldContain("Nothing was erased");
        (await RunAsync("profiles", "show", "ada")).ExitCode.ShouldBe(0);

        var done = await RunAsync("profiles", "erase", "user_id:ada", "--yes");
        done.ExitCode.ShouldBe(0, done.Error);
        done.Output.ShouldStartWith("Erased; the erasure's id is ");
        (await RunAsync("profiles", "show", "ada")).ExitCode.ShouldBe(1);
        (await RunAsync("profiles", "erase", "user_id:ada", "--yes")).ExitCode.ShouldBe(1);
        (await RunAsync("profiles", "show", "bob")).Output.ShouldContain("bob@example.com");
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(root.FullPath, arguments);
}
