using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>What needs no server: help, wrong usage, files.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("import", "orders")]
    [InlineData("import", "events")]
    [InlineData("import", "customers")]
    [InlineData("segments", "list")]
    [InlineData("segments", "show")]
    [InlineData("segments", "members")]
    [InlineData("segments", "explain")]
    [InlineData("profiles", "show")]
    [InlineData("profiles", "search")]
    [InlineData("simulate")]
    [InlineData("learn", "lifetime")]
    [InlineData("learn", "experiment")]
    [InlineData("workspaces", "list")]
    [InlineData("workspaces", "create")]
    [InlineData("link")]
    [InlineData("doctor")]
    [InlineData("bench")]
    [InlineData("test")]
    public async Task Help_OfEveryCommand_SaysHowToUseIt(params string[] command)
    {
        var result = await CliProcess.RunAsync(root.FullPath, [.. command, "--help"]);
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Usage:");
        result.Output.ShouldContain($"./tessera {string.Join(' ', command)}");
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("segments")]
    [InlineData("segments", "list", "--nonsense")]
    [InlineData("segments", "show")]
    [InlineData("serve", "--port", "many")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("serve", "--port", "1", "--urls", "http://127.0.0.1:2")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("serve", "--engine-memory", "1")]
    [InlineData("simulate", "--customers", "0", "--out", "x")]
    [InlineData("simulate", "--customers", "1", "--scenario", "nonsense", "--out", "x")]
    [InlineData("import", "orders", "file.csv", "--map", "customer")]
    [InlineData("import", "orders", "file.csv", "--map", "a=b", "--map", "a=c")]
    [InlineData("segments", "list", "--url", "nonsense")]
    [InlineData("segments", "list", "--url", "http://127.0.0.1:1")]
    public async Task WrongUsage_IsOneSentenceAndExitCode2(params string[] command) =>
        (await CliProcess.RunAsync(root.FullPath, command)).Sentence(exitCode: 2);

    [Theory]
    [InlineData("./tessera demo", "dmo")]
    [InlineData("./tessera segments", "segmenst")]
    [InlineData("./tessera segments members", "segments", "member", "champions")]
    [InlineData("./tessera serve --engine-memory", "serve", "--engine-memroy", "600")]
    public async Task WrongUsage_ByATypo_NamesWhatWasMeant(string meant, params string[] command) =>
        (await CliProcess.RunAsync(root.FullPath, command)).Sentence(exitCode: 2).ShouldContain($"did you mean \"{meant}\"?");

    [Fact]
    public async Task Help_OfDemo_NamesNoOptionThatItDoesNotHave() =>
        (await CliProcess.RunAsync(root.FullPath, "demo", "--help")).Output.ShouldNotContain("--urls");

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0 }, "an Excel workbook")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "an old Excel workbook")]
    [InlineData(new byte[] { 0x50, 0x41, 0x52, 0x31, 0x15, 0, 0x15, 0 }, "a Parquet file")]
    [InlineData(new byte[] { 1, 2, 0, 4 }, "not a text file")]
    public async Task Learn_FromAFileThatIsNoText_SaysWhatItIs(byte[] content, string said)
    {
        await File.WriteAllBytesAsync(root.Combine("customers.xlsx"), content);
        var sentence = (await CliProcess.RunAsync(root.FullPath, "learn", "classify", "customers.xlsx", "--target", "Churn")).Sentence();
        sentence.ShouldContain(said);
        sentence.ShouldContain("CSV");
    }

    [Fact]
    public async Task ReadingCommand_WithoutServerAndData_SaysHowToStart()
    {
        (await CliProcess.RunAsync(root.FullPath, "segments", "list")).Sentence().ShouldContain("./tessera demo");
        Directory.EnumerateFileSystemEntries(root.FullPath).ShouldBeEmpty("asking must not leave a data directory behind");
    }

    [Fact]
    public async Task Link_WithoutServer_SaysSo() =>
        (await CliProcess.RunAsync(root.FullPath, "link")).Sentence().ShouldContain("No server is running");

    [Fact]
    public async Task Url_ThatNobodyAnswers_IsOneSentence() =>
        (await CliProcess.RunAsync(root.FullPath, "workspaces", "list", "--url", "http://127.0.0.1:1", "--token", "t")).Sentence().ShouldContain("cannot be reached");

    [Theory]
    [InlineData("missing.csv", "does not exist")]
    [InlineData(".", "is a directory")]
    [InlineData("empty.csv", "is empty")]
    public async Task Import_OfAFileThatCannotBeRead_SaysWhy(string file, string said)
    {
        await File.WriteAllTextAsync(root.Combine("empty.csv"), "");
        (await CliProcess.RunAsync(root.FullPath, "import", "orders", file)).Sentence().ShouldContain(said);
        Directory.Exists(root.Combine("data")).ShouldBeFalse("a server need not be started for a file that is not there");
    }

    [Fact]
    public async Task Simulate_WritesCallsAndTruth_AndTheSameAgain()
    {
        string[] command = ["simulate", "--scenario", "shop", "--customers", "20", "--days", "30", "--seed", "7", "--out"];
        (await CliProcess.RunAsync(root.FullPath, [.. command, "one.jsonl"])).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(root.FullPath, [.. command, "two.jsonl"])).ExitCode.ShouldBe(0);
        var calls = await File.ReadAllBytesAsync(root.Combine("one.jsonl"));
        calls.Length.ShouldBeGreaterThan(1000);
        (await File.ReadAllBytesAsync(root.Combine("two.jsonl"))).ShouldBe(calls);
        var truth = await File.ReadAllLinesAsync(root.Combine("one.jsonl.truth.csv"));
        truth[0].ShouldBe("user_id,archetype,churned_at,next_year_revenue");
        truth.Length.ShouldBe(21);
    }

    [Fact]
    public async Task OpenApi_IsTheSameToTheByte()
    {
        (await CliProcess.RunAsync(root.FullPath, "openapi", "--out", "one.json")).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(root.FullPath, "openapi", "--out", "two.json")).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(root.Combine("two.json"))).ShouldBe(await File.ReadAllBytesAsync(root.Combine("one.json")));
    }

    [Fact]
    public async Task Doctor_ListsItsFindings()
    {
        var findings = (await CliProcess.RunAsync(root.FullPath, "doctor", "--json")).Json().GetProperty("items").EnumerateArray().ToList();
        findings.Select(finding => finding.GetProperty("check").GetString()).ShouldBe(
            [".NET runtime", ".NET SDK", "Node.js", "Web app", "Engine", "Memory", "Disk space", "Data directory", "Port", "Clock"]);
        findings.ShouldAllBe(finding => finding.GetProperty("text").GetString()!.EndsWith('.'));
        (await CliProcess.RunAsync(root.FullPath, "doctor")).Output.ShouldContain("Not built yet");
    }
}
