using Tessera.Testing;

namespace Tessera.Cli.Tests;

public sealed class LearnRecommendTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [SkippableFact]
    public async Task Recommend_OnlineRetail_BeatsPopularityByFar()
    {
        var path = DataSets.Path("online_retail_2010_2011.csv.gz");
        var neighbours = await Recommend(path, "knn");
        var popular = await Recommend(path, "popular");

        // Not learned from: the best of trusted models is near .76 and .15 here.
        neighbours.GetProperty("hitRateAt10").GetDouble().ShouldBeGreaterThan(0.65);
        popular.GetProperty("hitRateAt10").GetDouble().ShouldBeLessThan(0.5);
        neighbours.GetProperty("ndcgAt10").GetDouble().ShouldBeGreaterThan(3 * popular.GetProperty("ndcgAt10").GetDouble());
        neighbours.GetProperty("coverage").GetDouble().ShouldBeGreaterThan(popular.GetProperty("coverage").GetDouble());
        neighbours.GetProperty("novelty").GetDouble().ShouldBeGreaterThan(popular.GetProperty("novelty").GetDouble());
        neighbours.GetProperty("testedUsers").GetInt32().ShouldBeGreaterThan(800);
    }

    [Fact]
    public async Task Recommend_Auto_SaysWhatWasTriedAndWritesLists()
    {
        var lines = Enumerable.Range(0, 900).Select(row => $"u{row % 60},{(row % 60 % 2 == 0 ? "tea" : "ink")}-{(row * 7 / 60) % 12},{row / 60},{(row % 60 % 2 == 0 ? "kitchen warm" : "desk paper")}");
        await File.WriteAllLinesAsync(root.Combine("views.csv"), lines.Prepend("who,what,when,words"));

        var answer = (await CliProcess.RunAsync(root.FullPath, "learn", "recommend", "views.csv", "--user", "who", "--item", "what", "--time", "when", "--out", "lists.csv", "--json")).Json();
        var hybrid = (await CliProcess.RunAsync(root.FullPath, "learn", "recommend", "views.csv", "--user", "who", "--item", "what", "--time", "when", "--model", "hybrid", "--content", "words", "--protocol", "strong", "--surprise", "0.3", "--json")).Json();

        answer.GetProperty("tried").EnumerateArray().Select(each => each.GetProperty("model").GetString()!.Split(',')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray().ShouldBe(["als", "ease", "knn", "popular"]);
        answer.GetProperty("items").GetInt32().ShouldBe(24);
        var lists = await File.ReadAllLinesAsync(root.Combine("lists.csv"));
        lists[0].ShouldBe("user,rank,item,score,hit");
        lists[1].ShouldStartWith("u0,1,tea-");
        hybrid.GetProperty("model").GetString()!.ShouldStartWith("hybrid of ease");
        hybrid.GetProperty("protocol").GetString().ShouldBe("strong");
    }

    [Theory]
    [InlineData("u,i\n", "has a header but no rows")]
    [InlineData("u,i\na,\n", "no row with a u and a i")]
    [InlineData("u,i\na,x\nb,x\n", "1 items; at least 2")]
    [InlineData("u,i\na,x\nb,y\n", "nothing to hold back")]
    [InlineData("u,k\na,x\n", "no column \"i\"")]
    public async Task Recommend_BadFile_IsOneClearSentence(string content, string expected)
    {
        await File.WriteAllTextAsync(root.Combine("bad.csv"), content);

        var result = await CliProcess.RunAsync(root.FullPath, "learn", "recommend", "bad.csv", "--user", "u", "--item", "i");

        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain(expected);
        result.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private async Task<System.Text.Json.JsonElement> Recommend(string path, string model) => (await CliProcess.RunAsync(
        root.FullPath, "learn", "recommend", path, "--user", "CustomerID", "--item", "StockCode", "--time", "InvoiceDate", "--protocol", "strong", "--model", model, "--json")).Json();
}
