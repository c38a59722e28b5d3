using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>From a shop's file to named segments, on the command line alone; one server, many commands.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("tessera-cli-").FullName;
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(root, "orders.csv"), Orders());
        server = await RunningServer.StartAsync(root, "serve", "--port", "0");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Import_ShowsWhatItTookTheColumnsFor_AndASecondTimeChangesNothing()
    {
        var first = await RunAsync("import", "orders", "orders.csv");
        first.ExitCode.ShouldBe(0, first.Error);
        first.Output.ShouldMatch("(?m)^customer_id +client ");
        first.Output.ShouldMatch("(?m)^amount +qty\\*price ");
        first.Output.ShouldContain("201 rows read, 200 accepted, 0 known already, 1 rejected.");
        first.Error.ShouldContain("orders.csv.rejected.csv");
        var rejected = await File.ReadAllLinesAsync(Path.Combine(root, "orders.csv.rejected.csv"));
        rejected.Length.ShouldBe(2);
        rejected[1].ShouldContain("no-date");

        var segments = (await RunAsync("segments", "list", "--json")).Json();
        segments.GetProperty("items").EnumerateArray().Sum(segment => segment.GetProperty("size").GetInt64()).ShouldBe(20, "everybody is in exactly one segment");

        var second = (await RunAsync("import", "orders", "orders.csv", "--json")).Json();
        second.GetProperty("state").GetString().ShouldBe("done");
        second.GetProperty("rowsDuplicate").GetInt64().ShouldBe(200);
        Values((await RunAsync("segments", "list", "--json")).Json()).ShouldBe(Values(segments));

        await MembersAndReasonsAgreeAsync(segments);
    }

    [Fact]
    public async Task Import_OfDatesThatReadTwoWays_SaysBothAndHowToAnswer()
    {
        await File.WriteAllTextAsync(Path.Combine(root, "two-ways.csv"), "order,customer,date,sku,qty,price\n1,a,03/04/2024,x,1,2.50\n2,b,05/04/2024,x,1,2.50\n");
        string[] command = ["import", "orders", "two-ways.csv", "--workspace", "default"];
        var asked = await RunAsync(command);
        asked.ExitCode.ShouldBe(1);
        asked.Error.ShouldContain("3 April 2024");
        asked.Error.ShouldContain("4 March 2024");
        asked.Error.ShouldContain("--date-format d/m/y or --date-format m/d/y");

        var answered = (await RunAsync([.. command, "--date-format", "d/m/y", "--json"])).Json();
        answered.GetProperty("rowsAccepted").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Import_OfDollarsWhichNothingTells_AsksWhoseAndHowToAnswer()
    {
        (await RunAsync("workspaces", "create", "dollars")).ExitCode.ShouldBe(0);
        await File.WriteAllTextAsync(Path.Combine(root, "dollars.csv"), "order,customer,date,sku,qty,price\n1,a,2024-03-04,x,1,$2.50\n2,b,2024-04-04,x,1,$2.50\n");
        string[] command = ["import", "orders", "dollars.csv", "--workspace", "dollars"];
        var asked = await RunAsync(command);
        asked.ExitCode.ShouldBe(1);
        asked.Error.ShouldContain("Amounts are written with \"$\", which several currencies share: which one is it?");
        asked.Error.ShouldContain("2. Canadian dollar (--currency CAD)");

        var answered = await RunAsync([.. command, "--currency", "CAD"]);
        answered.ExitCode.ShouldBe(0, answered.Error);
        answered.Output.ShouldContain("Note: Amounts written with \"$\" are taken for CAD, as you said.");
    }

    [Fact]
    public async Task Import_OfRowsThatAreMostlyRejected_WarnsAndOfNoneThatIsAcceptedFails()
    {
        (await RunAsync("workspaces", "create", "rejected")).ExitCode.ShouldBe(0);
        var header = "order,customer,date,sku,qty,price\n";
        var bad = string.Concat(Enumerable.Range(0, 6).Select(row => $"{row},a,2024-03-04,x,,2.50\n"));
        await File.WriteAllTextAsync(Path.Combine(root, "mostly.csv"), header + "9,a,2024-03-04,x,1,2.50\n" + bad);
        var mostly = await RunAsync("import", "orders", "mostly.csv", "--workspace", "rejected");
        mostly.ExitCode.ShouldBe(0, mostly.Error);
        mostly.Error.ShouldContain("Warning: 6 of 7 rows were rejected, mostly because quantity is empty (column qty), as in line 3.");
        mostly.Error.ShouldContain("The rows and their reasons are in ");

        await File.WriteAllTextAsync(Path.Combine(root, "none.csv"), header + bad);
        var none = await RunAsync("import", "orders", "none.csv", "--workspace", "rejected", "--map", "quantity=qty");
        none.ExitCode.ShouldBe(1);
        none.Error.ShouldContain("6 of the first 6 rows were rejected, mostly because quantity is empty (qty), as in line 2: check the mapping.");
    }

    [Fact]
    public async Task Import_WithAnOptionThatCannotBe_NamesItAsTheCommandLineDoes() =>
        (await RunAsync("import", "orders", "orders.csv", "--date-format", "noon")).Sentence().ShouldStartWith("--date-format cannot be \"noon\"");

    [Fact]
    public async Task Import_WithAColumnThatIsNotThere_NamesTheColumnsThatAre()
    {
        var sentence = (await RunAsync("import", "orders", "orders.csv", "--map", "customer_id=Nobody")).Sentence();
        sentence.ShouldContain("Nobody");
        sentence.ShouldContain("client");
    }

    /// <summary>200 orders of 20 customers, a line each, and one row without a date.</summary>
    private static string Orders()
    {
        var text = new StringBuilder("invoice,client,when,item,qty,price\n");
        var first = new DateTime(2024, 1, 1, 10, 0, 0, DateTimeKind.Utc);
        for (var line = 0; line < 200; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"i{line},c{line % 20},{first.AddDays(line):yyyy-MM-dd HH:mm:ss},tea,{1 + (line % 3)},{2 + (line % 20)}.50\n");
        }

        return text.Append("i999,c1,no-date,tea,1,1.00\n").ToString();
    }

    private static IEnumerable<string> Values(JsonElement segments) => segments.GetProperty("items").EnumerateArray()
        .Select(segment => $"{segment.GetProperty("key")} {segment.GetProperty("size")} {segment.GetProperty("revenue")}");

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(root, arguments);

    [Fact]
    public async Task Segments_WrittenByHand_AreTriedKeptAndDeleted()
    {
        (await RunAsync("import", "orders", "orders.csv")).ExitCode.ShouldBe(0);
        var preview = await RunAsync("segments", "preview", "rfm.monetary >= 1");
        preview.Output.ShouldContain("20 of 20 customers", customMessage: preview.Error);

        var refused = await RunAsync("segments", "preview", "plan is and seats >");
        (refused.ExitCode, refused.Output).ShouldBe((1, ""));
        refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, refused.Error);

        var created = await RunAsync("segments", "create", "good", "rfm.monetary >= 3", "--name", "Good ones");
        created.Output.ShouldContain("Good ones: customers whose", customMessage: created.Error);
        (await RunAsync("segments", "members", "good")).Output.Split('\n').Length.ShouldBeGreaterThan(5);
        (await RunAsync("segments", "delete", "good")).ExitCode.ShouldBe(0);
        (await RunAsync("segments", "show", "good")).ExitCode.ShouldBe(1);
    }

    private async Task MembersAndReasonsAgreeAsync(JsonElement segments)
    {
        var segment = segments.GetProperty("items").EnumerateArray().First(item => item.GetProperty("size").GetInt64() > 0);
        var key = segment.GetProperty("key").GetString()!;
        (await RunAsync("segments", "show", key, "--json")).Json().GetProperty("key").GetString().ShouldBe(key);

        var members = (await RunAsync("segments", "members", key, "--json")).Json().GetProperty("items");
        members.GetArrayLength().ShouldBe((int)segment.GetProperty("size").GetInt64());
        var csv = (await RunAsync("segments", "members", key, "--csv")).Output.TrimEnd().Split('\n');
        csv.Length.ShouldBe(members.GetArrayLength() + 1);

        var customer = members[0].GetProperty("identifier").GetProperty("value").GetString()!;
        var reasons = (await RunAsync("segments", "explain", key, customer, "--json")).Json();
        reasons.GetProperty("member").GetBoolean().ShouldBeTrue();
        var profile = (await RunAsync("profiles", "show", $"user_id:{customer}", "--json")).Json();
        profile.GetProperty("id").GetGuid().ShouldBe(members[0].GetProperty("profileId").GetGuid());
        profile.GetProperty("rfm").GetProperty("segment").GetProperty("key").GetString().ShouldBe(key);
        (await RunAsync("profiles", "search", customer)).Output.ShouldContain(profile.GetProperty("id").GetString()!);
        (await RunAsync("profiles", "show", "nobody")).Sentence().ShouldContain("nobody");
    }
}
