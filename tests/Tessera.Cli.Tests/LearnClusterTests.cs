using Tessera.Testing;

namespace Tessera.Cli.Tests;

public sealed class LearnClusterTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Cluster_MallCustomers_FindsTheKnownFive()
    {
        var path = DataSets.Path("mall_customers.csv");
        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "cluster", path, "--columns", "Annual_Income,Spending_Score", "--k", "auto", "--out", "rows.csv", "--json")).Json();

        answer.GetProperty("k").GetInt32().ShouldBe(5);
        answer.GetProperty("inertia").GetDouble().ShouldBe(65.568, 0.001);
        answer.GetProperty("sizes").EnumerateArray().Sum(size => size.GetInt32()).ShouldBe(200);
        answer.GetProperty("centres").EnumerateArray().Select(centre => centre.GetProperty("Annual_Income").GetDouble()).Max().ShouldBeInRange(80, 95);
        (await File.ReadAllLinesAsync(root.Combine("rows.csv"))).Length.ShouldBe(201);
    }

    [SkippableFact]
    public async Task Cluster_OtherModels_FindWhatTheyAreFor()
    {
        var path = DataSets.Path("mall_customers.csv");

        var mixture = (await CliProcess.RunAsync(root.FullPath, "learn", "cluster", path, "--columns", "Annual_Income,Spending_Score", "--model", "gmm", "--json")).Json();
        var dense = (await CliProcess.RunAsync(root.FullPath, "learn", "cluster", path, "--columns", "Annual_Income,Spending_Score", "--model", "hdbscan", "--min-size", "10", "--out", "rows.csv", "--json")).Json();
        var mixed = (await CliProcess.RunAsync(root.FullPath, "learn", "cluster", path, "--columns", "Annual_Income,Spending_Score,Gender", "--model", "kprototypes", "--k", "5", "--json")).Json();

        mixture.GetProperty("k").GetInt32().ShouldBeInRange(4, 6);
        mixture.GetProperty("reason").GetString()!.ShouldContain("Bayesian information");
        dense.GetProperty("k").GetInt32().ShouldBeInRange(3, 5);
        dense.GetProperty("noise").GetInt32().ShouldBe(200 - dense.GetProperty("sizes").EnumerateArray().Sum(size => size.GetInt32()));
        (await File.ReadAllLinesAsync(root.Combine("rows.csv"))).Count(line => line.EndsWith(',')).ShouldBe(dense.GetProperty("noise").GetInt32());
        mixed.GetProperty("silhouette").GetDouble().ShouldBeGreaterThan(0.45);
        mixed.GetProperty("centres")[0].GetProperty("Gender").GetString().ShouldBe("Female");
        mixed.GetProperty("traits")[1][0].GetString()!.ShouldContain("more Spending_Score");
    }

    [Theory]
    [InlineData("a\n1\n1\n1\n", "3", "a is constant")]
    [InlineData("a\n1\n2\n2\n", "3", "3 clusters need as many rows that differ; there are 2")]
    [InlineData("a\n1\n-2\n2\n", "2", "log(1 + v) does not exist")]
    [InlineData("a\nx\ny\nx\n", "2", "is no number")]
    public async Task Cluster_BadInput_IsOneClearSentence(string content, string k, string expected)
    {
        await File.WriteAllTextAsync(root.Combine("bad.csv"), content);

        var result = await CliProcess.RunAsync(root.FullPath, "learn", "cluster", "bad.csv", "--columns", "a", "--log", "--k", k);

        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain(expected);
        result.Error.Trim().Split('\n').Length.ShouldBe(1);
    }
}
