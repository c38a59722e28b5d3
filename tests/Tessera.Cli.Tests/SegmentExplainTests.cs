using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>Who belongs and why, now and at an instant, at the command line.</summary>
public sealed class SegmentExplainTests : IDisposable
{
    private const string Definition = "did \"Order Completed\" at least 2 times in the last 30 days";
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task ExplainAndPreview_AtAnInstant_AnswerForThatInstant()
    {
        await File.WriteAllTextAsync(
            Path.Combine(root.FullPath, "orders.csv"),
            "order_id,customer_id,date,sku,quantity,unit_price\n1,ada,2024-01-10,tea,1,10.00\n2,ada,2024-01-20,tea,1,10.00\n3,bob,2024-01-20,tea,1,10.00\n");
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        (await RunAsync("import", "orders", "orders.csv")).ExitCode.ShouldBe(0);
        (await RunAsync("segments", "create", "keen", Definition, "--name", "Keen")).ExitCode.ShouldBe(0);

        (await RunAsync("segments", "preview", Definition, "--at", "2024-01-25")).Output.ShouldContain("1 of 2 customers");
        (await RunAsync("segments", "preview", Definition, "--at", "2024-01-15")).Output.ShouldContain("0 of 1 customers");

        var then = await RunAsync("segments", "explain", "keen", "ada", "--at", "2024-01-25");
        then.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            [
                "In Keen: Did Order Completed 2 times in the last 30 days (needs at least 2).",
                $"[yes] {Definition}",
                "       did Order Completed 2 times in the last 30 days (needs at least 2); changes by itself at 2024-02-09 00:00:00 UTC",
                "By itself:       not in it from 2024-02-09 00:00:00 UTC on",
                "Smallest change: wait until 2024-02-09 00:00 without doing Order Completed",
            ],
            then.Error);
        var before = await RunAsync("segments", "explain", "keen", "ada", "--at", "2024-01-15T12:00:00Z", "--json");
        (before.Json().GetProperty("member").GetBoolean(), before.Json().GetProperty("at").GetDateTimeOffset())
            .ShouldBe((false, new DateTimeOffset(2024, 1, 15, 12, 0, 0, TimeSpan.Zero)), before.Error);
        before.Json().GetProperty("smallestChange").GetProperty("sentence").GetString().ShouldBe("do Order Completed once more");
        (await RunAsync("segments", "explain", "keen", "ada")).Output.ShouldStartWith("Not in Keen: Did not do Order Completed in the last 30 days; needs at least 2.");
        (await RunAsync("segments", "explain", "keen", "ada", "--at", "yesterday")).Sentence().ShouldContain("write a date such as");
    }

    [Fact]
    public async Task ParseHistoryAndMembers_SayWhatTheyKnow()
    {
        await File.WriteAllTextAsync(Path.Combine(root.FullPath, "orders.csv"), "order_id,customer_id,date,sku,quantity,unit_price\n1,ada,2024-01-10,tea,1,10.00\n2,bob,2024-02-20,tea,2,10.00\n");
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        (await RunAsync("import", "orders", "orders.csv")).ExitCode.ShouldBe(0);

        var parsed = await RunAsync("segments", "parse", "did  \"Order Completed\"   at least 1 times in the last 2 weeks");
        parsed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].ShouldBe("did \"Order Completed\" in the last 2 weeks", parsed.Error);
        parsed.Output.ShouldContain("Reads 2 events");
        (await RunAsync("segments", "parse", "did \"Order Completd\"")).Error.ShouldContain("Order Completed");
        (await RunAsync("segments", "parse", "did at least")).ExitCode.ShouldBe(1);
        var history = await RunAsync("segments", "history", "champions", "--json");
        history.Json().GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0, history.Error);
        (await RunAsync("segments", "history", "champions")).Output.ShouldStartWith("End of");

        // A past instant is not exported as if it were now.
        (await RunAsync("segments", "members", "champions", "--at", "2024-01-15", "--csv")).ExitCode.ShouldBe(1);

        (await RunAsync("segments", "create", "teas", "did \"Order Completed\"")).ExitCode.ShouldBe(0);
        var lines = await RunAsync("segments", "members", "teas", "--at", "2024-02-01", "--format", "jsonl");
        lines.Output.Trim().ShouldContain("\"user_id\":\"ada\"", customMessage: lines.Error);
        (await RunAsync("segments", "members", "teas")).Output.Split('\n')[0].ShouldContain("Since");
        (await RunAsync("segments", "create", "Odd", "did \"Order Completd\"", "--name", " ")).Error.ShouldContain("The segment has no name");
        (await RunAsync("segments", "members", "teas", "--format", "parquet")).Output.ShouldStartWith("PAR1");
        (await RunAsync("segments", "members", "teas", "--format", "xml")).ExitCode.ShouldBe(2);
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(root.FullPath, arguments);
}
