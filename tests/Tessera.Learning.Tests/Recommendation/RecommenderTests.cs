using Tessera.Learning.Data;
using Tessera.Learning.Recommendation;

namespace Tessera.Learning.Tests.Recommendation;

/// <summary>What every recommender must do, and each against a plain implementation of its paper.</summary>
public sealed class RecommenderTests
{
    private static readonly List<Interaction> Rows = SampleInteractions.Make(200, 3);
    private static readonly Interactions Data = Interactions.Of(Rows);

    public static TheoryData<string> Kinds => ["popular", "knn", "ease", "als", "content", "hybrid"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Score_NobodyNew_IsPopularity(string kind)
    {
        var scores = Fit(kind, Data).Score([], []);

        scores.Length.ShouldBe(Data.ItemCount);
        var popularity = new PopularityTrainer().Fit(Data).Score([], []);
        popularity.ShouldBe([.. Enumerable.Range(0, Data.ItemCount).Select(item => Data.UsersOf(item).Length / 200.0)], 1e-12);
        Order(scores).ShouldBe(Order(popularity));
    }

    [Theory]
    [InlineData("knn")]
    [InlineData("ease")]
    [InlineData("als")]
    [InlineData("content")]
    [InlineData("hybrid")]
    public void Best_UserOfOneTaste_GetsThatTaste(string kind)
    {
        int[] history = [Number("t2-0"), Number("t2-1"), Number("t2-3")];
        Array.Sort(history);

        var best = new Ranking(Fit(kind, Data), Data, new RankingOptions()).Best(history, [1, 1, 1], 5);

        best.Count(item => item.Name.StartsWith("t2-", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(4);
        best.Select(item => item.Item).ShouldNotContain(item => history.Contains(item));
        best.Select(item => item.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [InlineData("knn", 0.4)]
    [InlineData("ease", 0.4)]
    [InlineData("als", 0.4)]
    [InlineData("popular", 0.25)]
    public void Scores_HeldOutUsers_BeatChance(string kind, double least)
    {
        var split = RecommendationSplit.Strong(Data, 0.25, 0.7, 5);

        var scores = RecommendationScores.Of(Fit(kind, split.Training), split, new RankingOptions());

        scores.Cases.ShouldBe(50);
        scores.RecallAt20.ShouldBeGreaterThan(least);
        scores.NdcgAt10.ShouldBeInRange(0.05, 1);
        scores.HitRateAt10.ShouldBeGreaterThanOrEqualTo(scores.NdcgAt10);
    }

    [Fact]
    public void Ease_Weights_AreThoseOfTheFormula()
    {
        var model = new EaseTrainer(new EaseOptions { L2 = 20 }).Fit(Data);

        var expected = NaiveRecommenders.Ease(Data, 20);
        for (var i = 0; i < Data.ItemCount; i++)
        {
            for (var j = 0; j < Data.ItemCount; j++)
            {
                model.Weight(i, j).ShouldBe(expected[i, j], 1e-10);
            }
        }
    }

    [Fact]
    public void Ease_FewerItemsThanThereAre_TakesTheMostPopular()
    {
        var model = new EaseTrainer(new EaseOptions { MaximumItems = 10 }).Fit(Data);

        var scores = model.Score([Number("t0-0")], [1]);
        scores.Count(score => score != 0).ShouldBeLessThanOrEqualTo(9);
        model.Warnings.ShouldHaveSingleItem().ShouldContain($"{Data.ItemCount - 10} items");
    }

    [Fact]
    public void Neighbours_Similarities_AreThoseOfTheFormula()
    {
        var model = new NeighboursTrainer(new NeighboursOptions { Neighbours = 1000, Shrinkage = 3 }).Fit(Data);

        var item = Number("t1-0");
        var scores = model.Score([item], [1]);
        for (var other = 0; other < Data.ItemCount; other++)
        {
            var both = Data.UsersOf(item).ToArray().Intersect(Data.UsersOf(other).ToArray()).Count();
            scores[other].ShouldBe(other == item ? 0 : both / (Math.Sqrt(Data.UsersOf(item).Length) * Math.Sqrt(Data.UsersOf(other).Length) + 3), 1e-12);
        }
    }

    [Fact]
    public void Factors_Round_IsTheNaiveRound()
    {
        var options = new FactorsOptions { Factors = 5, Iterations = 3, Alpha = 4, L2 = 0.7, Seed = 9 };

        var model = new FactorsTrainer(options).Fit(Data);

        var expected = NaiveRecommenders.Factors(Data, options);
        for (var item = 0; item < Data.ItemCount; item++)
        {
            model.Factors(item).ToArray().ShouldBe(expected[item], 1e-8);
        }
    }

    [Fact]
    public void Factors_AnyNumberOfThreads_AreTheSame()
    {
        var one = new FactorsTrainer(new FactorsOptions { Factors = 8, Threads = 1 }).Fit(Data);
        var many = new FactorsTrainer(new FactorsOptions { Factors = 8, Threads = 4 }).Fit(Data);

        many.Factors(3).ToArray().ShouldBe(one.Factors(3).ToArray());
    }

    [Fact]
    public void Content_NewItem_IsRecommendedByItsWords()
    {
        var words = Words().Append(new("fresh", ["taste3", "new"]));
        var data = Interactions.Of(Rows, ["fresh"]);

        var model = new ContentTrainer(new ItemDescriptions(words)).Fit(data);

        var history = Enumerable.Range(0, data.ItemCount).Where(item => data.Items[item] is "t3-0" or "t3-1").ToArray();
        var scores = model.Score(history, [1, 1]);
        var fresh = data.Items.Select((name, item) => (name, item)).First(each => each.name == "fresh").item;
        data.UsersOf(fresh).Length.ShouldBe(0);
        for (var item = 0; item < data.ItemCount; item++)
        {
            if (!data.Items[item].StartsWith("t3-", StringComparison.Ordinal) && item != fresh)
            {
                scores[item].ShouldBeLessThan(scores[fresh]);
            }
        }
    }

    private static IRecommender Fit(string kind, Interactions data) => kind switch
    {
        "content" => new ContentTrainer(new ItemDescriptions(Words())).Fit(data),
        "hybrid" => new HybridModel([(new EaseTrainer(new EaseOptions { L2 = 20 }).Fit(data), 0.8), (Fit("content", data), 0.2)]),
        "ease" => new EaseTrainer(new EaseOptions { L2 = 20 }).Fit(data),
        "als" => new FactorsTrainer(new FactorsOptions { Factors = 8, L2 = 1 }).Fit(data),
        _ => RecommenderSelector.Candidates(kind, data.ItemCount, 1)[0].Fit(data, null, CancellationToken.None),
    };

    private static IEnumerable<KeyValuePair<string, IEnumerable<string>>> Words() =>
        Data.Items.Select(item => KeyValuePair.Create<string, IEnumerable<string>>(item, [item[0] == 't' ? $"taste{item[1]}" : "everybody", "item"]));

    private static int Number(string item) => Data.Items.Select((name, number) => (name, number)).First(each => each.name == item).number;

    private static int[] Order(double[] scores) => [.. Enumerable.Range(0, scores.Length).OrderByDescending(item => Math.Round(scores[item], 9)).ThenBy(item => item)];
}
