using System.IO.Compression;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

public sealed class LearnUpliftTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Uplift_HillstromWomensMailOnVisit_RanksAsWellAsTheBestPeerAndLeavesLaterColumnsOut()
    {
        var path = DataSets.Path("hillstrom_email.csv.gz");
        var foldPath = DataSets.Path("hillstrom_womens_folds.csv");
        var foldOfRow = (await File.ReadAllLinesAsync(foldPath)).Skip(1).Select(line => line.Split(',')).ToDictionary(fields => int.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture), fields => fields[1]);
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)))
        {
            var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await File.WriteAllLinesAsync(root.Combine("mail.csv"), lines.Select((line, row) => row == 0 ? $"{line.TrimEnd()},fold" : $"{line.TrimEnd()},{foldOfRow.GetValueOrDefault(row)}"));
        }

        var answer = (await CliProcess.RunAsync(
            root.FullPath, "learn", "uplift", "mail.csv", "--treatment", "segment", "--treated", "Womens E-Mail", "--control", "No E-Mail", "--outcome", "visit",
            "--fold-column", "fold", "--cost", "0.1", "--value", "2", "--budget", "500", "--out", "rows.csv", "--json")).Json();

        answer.GetProperty("rows").GetInt32().ShouldBe(42693);
        answer.GetProperty("qini").GetDouble().ShouldBeGreaterThanOrEqualTo(0.0079);
        answer.GetProperty("upliftAt30").GetDouble().ShouldBeGreaterThanOrEqualTo(0.072);
        answer.GetProperty("auuc").GetDouble().ShouldBeGreaterThan(answer.GetProperty("qini").GetDouble());
        answer.GetProperty("qiniInterval")[0].GetDouble().ShouldBeGreaterThan(0);
        var notices = answer.GetProperty("notices").EnumerateArray().Select(each => each.GetString()!).ToList();
        notices.ShouldContain(notice => notice.StartsWith("conversion seems to be known only afterwards", StringComparison.Ordinal));
        notices.ShouldContain(notice => notice.StartsWith("spend seems to be known only afterwards", StringComparison.Ordinal));
        answer.GetProperty("features").GetArrayLength().ShouldBe(8);
        answer.GetProperty("plan").GetProperty("rows").GetInt32().ShouldBe(5000);
        answer.GetProperty("plan").GetProperty("measuredOutcome").GetDouble().ShouldBeGreaterThan(200);
        (await File.ReadAllLinesAsync(root.Combine("rows.csv"))).Length.ShouldBe(42694);
    }

    [Theory]
    [InlineData("g,y,x\n", "has a header but no rows", "y")]
    [InlineData("g,y,x\n1,1,2\n0,0,2\n1,0,3\n", "at least 100 are needed", "y")]
    [InlineData("g,y,x\n1,1,2\n1,0,2\n", "All rows have the same g", "y")]
    [InlineData("g,y,x\na,1,2\nb,0,2\nc,0,2\n", "say which rows were treated", "y")]
    [InlineData("g,y,x\n1,1,2\n0,0,2\n", "no column \"z\"", "z")]
    public async Task Uplift_BadFile_IsOneClearSentence(string content, string expected, string outcome)
    {
        await File.WriteAllTextAsync(root.Combine("bad.csv"), content);

        var result = await CliProcess.RunAsync(root.FullPath, "learn", "uplift", "bad.csv", "--treatment", "g", "--outcome", outcome);

        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain(expected);
        result.Error.Trim().Split('\n').Length.ShouldBe(1);
    }
}
