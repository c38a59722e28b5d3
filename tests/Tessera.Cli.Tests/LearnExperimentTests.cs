using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

public sealed class LearnExperimentTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Experiment_CookieCats_FindsThatTheLaterGateCostsRetention()
    {
        var path = DataSets.Path("ab_cookie_cats.csv");
        string[] command = ["learn", "experiment", path, "--variant", "version", "--metric", "retention_7", "--control", "gate_30", "--json"];
        var frequentist = (await CliProcess.RunAsync(root.FullPath, command)).Json();
        var bayesian = (await CliProcess.RunAsync(root.FullPath, [.. command, "--method", "bayesian"])).Json();
        var sequential = (await CliProcess.RunAsync(root.FullPath, [.. command, "--method", "sequential"])).Json();

        frequentist.GetProperty("kind").GetString().ShouldBe("proportion");

        // Counted from the file: 8,502 of 44,700 and 8,279 of 45,489.
        Variant(frequentist, "gate_30").GetProperty("value").GetDouble().ShouldBe(8502.0 / 44_700, 1e-12);
        Variant(frequentist, "gate_40").GetProperty("value").GetDouble().ShouldBe(8279.0 / 45_489, 1e-12);
        Math.Round(Only(frequentist).GetProperty("pValue").GetDouble(), 4).ShouldBe(0.0016);
        Only(bayesian).GetProperty("probabilityBetter").GetDouble().ShouldBeInRange(0.0005, 0.0011);
        Width(sequential).ShouldBeGreaterThan(1.2 * Width(frequentist));
        frequentist.GetProperty("sampleRatioCheck").GetProperty("pValue").GetDouble().ShouldBeInRange(0.008, 0.0095);
        frequentist.GetProperty("sampleRatioCheck").GetProperty("mismatch").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Experiment_Covariate_NarrowsTheInterval()
    {
        var lines = Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"{(i % 2 == 0 ? "control" : "new")},{(i * 37 % 100) + (i % 2 * 3) + (i * 13 % 7)},{i * 37 % 100},{(i * 37 % 100 < 50 ? "low" : "high")}"));
        await File.WriteAllLinesAsync(root.Combine("experiment.csv"), ["variant,spend,before,group", .. lines]);
        string[] command = ["learn", "experiment", "experiment.csv", "--variant", "variant", "--metric", "spend", "--json"];

        var plain = (await CliProcess.RunAsync(root.FullPath, command)).Json();
        var cuped = (await CliProcess.RunAsync(root.FullPath, [.. command, "--covariate", "before"])).Json();
        var strata = (await CliProcess.RunAsync(root.FullPath, [.. command, "--strata", "group"])).Json();
        var median = (await CliProcess.RunAsync(root.FullPath, [.. command, "--quantile", "0.5"])).Json();
        var ratio = (await CliProcess.RunAsync(root.FullPath, [.. command, "--denominator", "before"])).Json();

        Width(cuped).ShouldBeLessThan(0.2 * Width(plain));
        Only(cuped).GetProperty("varianceReduction").GetDouble().ShouldBeGreaterThan(0.95);
        Width(strata).ShouldBeLessThan(0.7 * Width(plain));
        median.GetProperty("kind").GetString().ShouldBe("quantile");
        ratio.GetProperty("kind").GetString().ShouldBe("ratio");
        (await CliProcess.RunAsync(root.FullPath, command[..^1])).Output.ShouldContain("against control");
    }

    [Fact]
    public async Task Experiment_NobodyConverted_IsNotEstimableWithTheReason()
    {
        await File.WriteAllTextAsync(root.Combine("file.csv"), "v,m\na,0\na,0\nb,0\nb,0\n");

        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "experiment", "file.csv", "--variant", "v", "--metric", "m", "--json")).Json();

        Only(answer).GetProperty("notEstimable").GetString().ShouldNotBeNull().ShouldContain("None of the 4 observations");
        Only(answer).GetProperty("pValue").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("v,m\na,1\na,0\n", "one value only, \"a\"")]
    [InlineData("v,m\na,1\nb,inf\n", "\"inf\" in column m is not a finite number")]
    [InlineData("v,x\na,1\n", "no column \"m\"")]
    [InlineData("v,m\n", "no line with a variant and a metric")]
    public async Task Experiment_BadFile_IsOneSentence(string content, string said)
    {
        await File.WriteAllTextAsync(root.Combine("file.csv"), content);

        (await CliProcess.RunAsync(root.FullPath, "learn", "experiment", "file.csv", "--variant", "v", "--metric", "m")).Sentence().ShouldContain(said);
    }

    [Theory]
    [InlineData("--method", "nonsense")]
    [InlineData("--ratio", "1:0")]
    [InlineData("--quantile", "1")]
    [InlineData("--quantile", "0.5", "--method", "bayesian")]
    [InlineData("--covariate", "x", "--strata", "y")]
    public async Task Experiment_WrongUsage_IsOneSentenceAndExitCode2(params string[] options) =>
        (await CliProcess.RunAsync(root.FullPath, ["learn", "experiment", "file.csv", "--variant", "v", "--metric", "m", .. options])).Sentence(exitCode: 2);

    private static JsonElement Variant(JsonElement answer, string name) =>
        answer.GetProperty("variants").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name);

    private static JsonElement Only(JsonElement answer) => answer.GetProperty("comparisons").EnumerateArray().Single();

    private static double Width(JsonElement answer)
    {
        var interval = Only(answer).GetProperty("interval");
        return interval[1].GetDouble() - interval[0].GetDouble();
    }
}
