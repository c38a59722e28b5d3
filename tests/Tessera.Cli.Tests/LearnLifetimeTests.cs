using System.IO.Compression;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

public sealed class LearnLifetimeTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Lifetime_CdnowLog_HasThePublishedParametersAndTheHoldout()
    {
        var path = DataSets.Path("cdnow_sample.csv");
        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "lifetime", path, "--customer", "sample_id", "--time", "date", "--amount", "amount",
            "--calibration-end", "1997-09-30", "--model", "bg-nbd", "--out", "rows.csv", "--json")).Json();

        Rounded(answer.GetProperty("parameters"), "r", 3).ShouldBe(0.243);
        Rounded(answer.GetProperty("parameters"), "alpha", 3).ShouldBe(4.414);
        Rounded(answer, "logLikelihood", 1).ShouldBe(-9582.4);
        answer.GetProperty("standardErrors").GetProperty("b").GetDouble().ShouldBeInRange(0.5, 0.9);
        answer.GetProperty("holdout").GetProperty("actualTotal").GetDouble().ShouldBe(1882);
        Rounded(answer.GetProperty("spend").GetProperty("parameters"), "p", 2).ShouldBe(6.25);
        var rows = await File.ReadAllLinesAsync(root.Combine("rows.csv"));
        rows.Length.ShouldBe(2358);
        rows[0].ShouldBe("customer,x,t_x,T,probability_alive,expected_purchases,expected_amount,discounted_value,holdout_purchases");
        var predicted = rows.Skip(1).Sum(row => double.Parse(row.Split(',')[5], System.Globalization.CultureInfo.InvariantCulture));
        predicted.ShouldBe(answer.GetProperty("holdout").GetProperty("predictedTotal").GetDouble(), 1e-6);
    }

    [SkippableFact]
    public async Task Lifetime_CdnowAuto_SaysWhyInText()
    {
        var path = DataSets.Path("cdnow_sample.csv");
        var result = await CliProcess.RunAsync(root.FullPath, "learn", "lifetime", path, "--customer", "sample_id", "--time", "date", "--calibration-end", "1997-09-30");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("largest log-likelihood");
        result.Output.ShouldContain("Holdout of 39.0000 weeks: 1,882 purchases");
    }

    [SkippableFact]
    public async Task Lifetime_OnlineRetailInGzip_SaysThatNoDropoutIsSeen()
    {
        var path = DataSets.Path("online_retail_2010_2011.csv.gz");
        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "lifetime", path, "--customer", "CustomerID", "--time", "InvoiceDate",
            "--amount", "Quantity*UnitPrice", "--calibration-end", "2011-06-30", "--model", "mbg-nbd", "--json")).Json();

        answer.GetProperty("model").GetString().ShouldBe("nbd");
        var warnings = answer.GetProperty("warnings").EnumerateArray().Select(each => each.GetString()!).ToList();
        warnings.ShouldContain(warning => warning.Contains("without CustomerID", StringComparison.Ordinal));
        warnings.ShouldContain(warning => warning.Contains("No dropout can be seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lifetime_SummaryInGzippedTsvWithBootstrap_HasIntervals()
    {
        // Every fifth customer bought once more, and so on: a made-up population with a spread of everything.
        await using (var file = new StreamWriter(new GZipStream(File.Create(root.Combine("summary.tsv.gz")), CompressionLevel.Fastest)))
        {
            await file.WriteLineAsync("id\tx\tt_x\tT");
            for (var i = 0; i < 400; i++)
            {
                var x = i % 5 * (i % 3);
                await file.WriteLineAsync(FormattableString.Invariant($"c{i}\t{x}\t{(x == 0 ? 0 : 5 + (i % 28))}\t{34 + (i % 5)}"));
            }
        }

        string[] command = ["learn", "lifetime", "summary.tsv.gz", "--summary", "--customer", "id", "--model", "pareto-nbd", "--bootstrap", "20", "--horizon", "10", "--json"];
        var answer = (await CliProcess.RunAsync(root.FullPath, command)).Json();

        answer.GetProperty("customers").GetInt32().ShouldBe(400);
        answer.GetProperty("holdout").ValueKind.ShouldBe(JsonValueKind.Null);
        var interval = answer.GetProperty("intervals").EnumerateArray().Single(each => each.GetProperty("name").GetString() == "expectedPurchases");
        var expected = answer.GetProperty("forecast").GetProperty("expectedPurchases").GetDouble();
        interval.GetProperty("lower").GetDouble().ShouldBeLessThan(expected);
        interval.GetProperty("upper").GetDouble().ShouldBeGreaterThan(expected);
        (await CliProcess.RunAsync(root.FullPath, command)).Json().ToString().ShouldBe(answer.ToString());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("customer,day\n", "no line with a customer and a time")]
    [InlineData("id,day\na,2025-01-01\n", "has no column \"customer\"; its columns are id, day")]
    [InlineData("customer,day\na,2025-01-01\nb,31/01/2025\n", "line 3: \"31/01/2025\" in column day is not a date with the year first")]
    [InlineData("customer,day\na,2025-01-01\nb,2025-01-03\nc,2025-01-05\n", "bought a second time")]
    public async Task Lifetime_BadFile_IsOneSentence(string content, string said)
    {
        await File.WriteAllTextAsync(root.Combine("file.csv"), content);

        (await CliProcess.RunAsync(root.FullPath, "learn", "lifetime", "file.csv", "--customer", "customer", "--time", "day")).Sentence().ShouldContain(said);
    }

    [Theory]
    [InlineData("x,t_x,T\n2,40,30\n", "line 2: the customer has a recency of 40, which is above its age of 30")]
    [InlineData("x,t_x,T\n1.5,4,30\n", "\"1.5\" in column x is not a whole number")]
    [InlineData("x,t_x,T\n1,4,inf\n", "\"inf\" in column T is not a finite number")]
    [InlineData("x,t_x,T\n1,4,30\n", "there are only 1.")]
    public async Task Lifetime_BadSummary_IsOneSentence(string content, string said)
    {
        await File.WriteAllTextAsync(root.Combine("file.csv"), content);

        (await CliProcess.RunAsync(root.FullPath, "learn", "lifetime", "file.csv", "--summary")).Sentence().ShouldContain(said);
    }

    [Theory]
    [InlineData("learn")]
    [InlineData("learn", "lifetime")]
    [InlineData("learn", "lifetime", "file.csv")]
    [InlineData("learn", "lifetime", "file.csv", "--summary", "--time", "day")]
    [InlineData("learn", "lifetime", "file.csv", "--summary", "--model", "nonsense")]
    [InlineData("learn", "lifetime", "file.csv", "--summary", "--bootstrap", "3")]
    public async Task Lifetime_WrongUsage_IsOneSentenceAndExitCode2(params string[] command) =>
        (await CliProcess.RunAsync(root.FullPath, command)).Sentence(exitCode: 2);

    [Fact]
    public async Task Lifetime_GzipCutOff_SaysSo()
    {
        using var whole = new MemoryStream();
        await using (var zip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            await zip.WriteAsync(System.Text.Encoding.UTF8.GetBytes("customer,day\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"c{i * 7919},2025-01-0{1 + (i % 9)}\n"))));
        }

        await File.WriteAllBytesAsync(root.Combine("cut.csv.gz"), whole.ToArray()[..(int)(whole.Length / 2)]);

        (await CliProcess.RunAsync(root.FullPath, "learn", "lifetime", "cut.csv.gz", "--customer", "customer", "--time", "day")).Sentence().ShouldContain("gzip");
    }

    private static double Rounded(JsonElement element, string property, int digits) => Math.Round(element.GetProperty(property).GetDouble(), digits);
}
