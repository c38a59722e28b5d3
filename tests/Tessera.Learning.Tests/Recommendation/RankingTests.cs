using Tessera.Learning.Recommendation;

namespace Tessera.Learning.Tests.Recommendation;

public sealed class RankingTests
{
    private static readonly Interactions Data = Interactions.Of(SampleInteractions.Make(400, 4));
    private static readonly EaseModel Model = new EaseTrainer(new EaseOptions { L2 = 50 }).Fit(Data);

    [Fact]
    public void Best_MoreWeightOnOneThing_GivesMoreOfIt()
    {
        var split = RecommendationSplit.Strong(Data, 0.2, 0.7, 1);
        var model = new EaseTrainer(new EaseOptions { L2 = 50 }).Fit(split.Training);

        var plain = RecommendationScores.Of(model, split, new RankingOptions());
        var novel = RecommendationScores.Of(model, split, new RankingOptions { Novelty = 0.6 });
        var diverse = RecommendationScores.Of(model, split, new RankingOptions { Diversity = 0.6 });
        var surprising = RecommendationScores.Of(model, split, RankingOptions.OfSurprise(1));

        novel.Novelty.ShouldBeGreaterThan(plain.Novelty + 0.2);
        diverse.Diversity.ShouldBeGreaterThan(plain.Diversity + 0.02);
        surprising.NdcgAt10.ShouldBeLessThan(plain.NdcgAt10);
    }

    [Fact]
    public void Best_Plain_IsTheOrderOfTheScores()
    {
        var history = Data.ItemsOf(7).ToArray();
        var scores = Model.Score(history, Data.StrengthsOf(7));

        var best = new Ranking(Model, Data, new RankingOptions()).Best(history, Data.StrengthsOf(7), 12);

        best.Select(item => item.Item).ShouldBe(Enumerable.Range(0, Data.ItemCount).Where(item => !history.Contains(item)).OrderByDescending(item => scores[item]).Take(12));
        new Ranking(Model, Data, new RankingOptions()).Best(history, Data.StrengthsOf(7), 10_000).Count.ShouldBe(Data.ItemCount - history.Length);
    }

    [Fact]
    public void Best_Diversity_TakesTheItemUnlikeTheFirst()
    {
        // b is nearly as good as a and has the same users; c is a little worse and has others.
        var data = Interactions.Of([new("1", "a"), new("1", "b"), new("2", "a"), new("2", "b"), new("3", "c"), new("4", "x")]);
        var model = new FixedScores(data.Items, "a", "b", "c");

        Names(0).ShouldBe(["a", "b"]);
        Names(0.5).ShouldBe(["a", "c"]);

        string[] Names(double diversity) => [.. new Ranking(model, data, new RankingOptions { Diversity = diversity }).Best([], [], 2).Select(item => item.Name)];
    }

    [Fact]
    public void Options_MoreThanOneTogether_AreRefused() =>
        Should.Throw<InvalidOptionsException>(() => new Ranking(Model, Data, new RankingOptions { Novelty = 0.6, Diversity = 0.6 })).Message.ShouldContain("more than 1 together");

    private sealed class FixedScores(IReadOnlyList<string> items, params string[] order) : IRecommender
    {
        public IReadOnlyList<string> Items => items;

        public Convergence Convergence => Convergence.ClosedForm;

        public IReadOnlyList<string> Warnings => [];

        public double[] Score(ReadOnlySpan<int> history, ReadOnlySpan<double> strengths) =>
            [.. items.Select(item => Array.IndexOf(order, item) is >= 0 and var rank ? 1 - (0.1 * rank) : 0)];
    }
}
