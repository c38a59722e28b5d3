using System.Globalization;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

public sealed class LearnPredictionTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Classify_TelcoChurn_IsAsGoodAsTheBestTunedPeer()
    {
        var path = DataSets.Path("telco_customer_churn.csv");
        var foldPath = DataSets.Path("telco_folds.csv");
        var rows = (await File.ReadAllLinesAsync(path)).Where(line => line.Length > 0).ToList();
        var folds = (await File.ReadAllLinesAsync(foldPath)).Where(line => line.Length > 0).Select(line => line.Split(',')[1]).ToList();
        await File.WriteAllLinesAsync(root.Combine("telco.csv"), rows.Zip(folds, (row, fold) => $"{row},{fold}"));

        var result = await CliProcess.RunAsync(root.FullPath, "learn", "classify", "telco.csv", "--target", "Churn", "--fold-column", "fold", "--out", "rows.csv", "--json");

        var answer = result.Json();
        var metrics = answer.GetProperty("metrics");
        metrics.GetProperty("auc").GetDouble().ShouldBeGreaterThanOrEqualTo(0.8472);
        metrics.GetProperty("logLoss").GetDouble().ShouldBeLessThanOrEqualTo(0.4135);
        metrics.GetProperty("ece").GetDouble().ShouldBeLessThanOrEqualTo(0.012);
        answer.GetProperty("folds").GetArrayLength().ShouldBe(5);
        answer.GetProperty("importances").EnumerateArray().Take(3).Select(each => each.GetProperty("feature").GetString()).ShouldContain(feature => feature == "Contract");
        answer.GetProperty("notices").EnumerateArray().Select(each => each.GetString()).ShouldContain(notice => notice == "customerID identifies rows: it was left out.");
        var tested = await File.ReadAllLinesAsync(root.Combine("rows.csv"));
        tested.Length.ShouldBe(7044);
        EqualWidthError(tested.Skip(1).Select(line => line.Split(',')).Select(fields => (Number(fields[2]), Number(fields[3])))).ShouldBeLessThanOrEqualTo(0.012);

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Regress_Line_FindsIt()
    {
        await File.WriteAllLinesAsync(root.Combine("line.tsv"), [.. Enumerable.Range(0, 120).Select(row => $"{row * 37 % 100}\t{(row % 3 == 0 ? "a" : "b")}\t{(2 * (row * 37 % 100)) + (row % 3 == 0 ? 10 : 0) + (row % 7)}").Prepend("x\tgroup\ty")]);

        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "regress", "line.tsv", "--target", "y", "--model", "linear", "--folds", "4", "--json")).Json();

        answer.GetProperty("metrics").GetProperty("rmse").GetDouble().ShouldBe(2, 0.3);
        answer.GetProperty("metrics").GetProperty("r2").GetDouble().ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public async Task Regress_ByTime_TestsTheLatest()
    {
        await File.WriteAllLinesAsync(root.Combine("days.csv"), [.. Enumerable.Range(0, 200).Select(row => $"{new DateOnly(2025, 1, 1).AddDays(row * 37 % 200):yyyy-MM-dd},{row * 37 % 11},{(3 * (row * 37 % 11)) + (row % 2)}").Prepend("day,x,y")]);

        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "regress", "days.csv", "--target", "y", "--time", "day", "--model", "linear", "--out", "rows.csv", "--json")).Json();

        answer.GetProperty("folds").EnumerateArray().ShouldHaveSingleItem().GetProperty("rows").GetInt32().ShouldBe(40);
        answer.GetProperty("features").EnumerateArray().Select(each => each.GetString()).ShouldHaveSingleItem().ShouldBe("x");
        answer.GetProperty("notices").EnumerateArray().Select(each => each.GetString()).ShouldContain(notice => notice == "The last 40 rows by day were tested; the 160 before them were learned from.");
        var tested = (await File.ReadAllLinesAsync(root.Combine("rows.csv"))).Skip(1).Select(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture) - 1).ToList();
        tested.ShouldAllBe(row => row * 37 % 200 >= 160);
        await ShouldFail("Test by one of", "days.csv", "--target", "y", "--time", "day", "--fold-column", "x");
    }

    [Theory]
    [InlineData("a,y\n1,yes\n2,no\n3,yes\n", "has 3 rows with a y; at least 20 are needed")]
    [InlineData("a,a\n1,2\n", "two columns called \"a\"")]
    [InlineData("a,y\n", "has a header but no rows")]
    [InlineData("", "is empty")]
    public async Task Classify_BadFile_IsOneClearSentence(string content, string expected)
    {
        await File.WriteAllTextAsync(root.Combine("bad.csv"), content);
        await ShouldFail(expected, "bad.csv", "--target", "y");
    }

    [Fact]
    public async Task Classify_BadColumns_AreOneClearSentence()
    {
        await Write("one.csv", row => $"{row},yes,{row % 5}");
        await Write("many.csv", row => $"{row % 7},{"abc"[row % 3]},{row % 5}");
        await Write("infinite.csv", row => $"{(row == 12 ? "inf" : $"{row % 7}")},{"ab"[row % 2]},{row % 5}");
        await ShouldFail("All rows have the same y (yes)", "one.csv", "--target", "y");
        await ShouldFail("no column \"z\"; its columns are a, y, b", "one.csv", "--target", "z");
        await ShouldFail("y has 3 values (a, b, c); say which one to predict with --positive", "many.csv", "--target", "y");
        await ShouldFail("No row has the y \"q\"", "many.csv", "--target", "y", "--positive", "q");
        await ShouldFail("infinite value in column a, row 13", "infinite.csv", "--target", "y");
        await ShouldFail("does not exist", "nowhere.csv", "--target", "y");
    }

    // The calibration error as others define it: in ten bins as wide as each other.
    private static double EqualWidthError(IEnumerable<(double Actual, double Predicted)> rows)
    {
        var all = rows.ToList();
        return all.GroupBy(row => Math.Min(9, (int)(10 * row.Predicted))).Sum(bin => Math.Abs(bin.Sum(row => row.Predicted - row.Actual))) / all.Count;
    }

    private Task Write(string name, Func<int, string> row) => File.WriteAllLinesAsync(root.Combine(name), [.. Enumerable.Range(0, 60).Select(row).Prepend("a,y,b")]);

    private async Task ShouldFail(string expected, params string[] arguments)
    {
        var result = await CliProcess.RunAsync(root.FullPath, ["learn", "classify", .. arguments]);

        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain(expected);
        result.Error.Trim().Split('\n').Length.ShouldBe(1);
        result.Output.ShouldBeEmpty();
    }
}
