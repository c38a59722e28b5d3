using Tessera.Learning.Recommendation;

namespace Tessera.Learning.Tests.Recommendation;

public sealed class RecommendationSplitTests
{
    [Fact]
    public void LastOut_RepeatedLastItem_IsGoneFromTheHistory()
    {
        var split = RecommendationSplit.LastOut([new("u", "a", 2), new("u", "b"), new("v", "c"), new("u", "a"), new("w", "b"), new("w", "c")]);

        split.Cases.Select(each => each.User).ShouldBe(["u", "w"]);
        split.Cases[0].Targets.ShouldBe([0]);
        split.Cases[0].Items.ShouldBe([1]);
        split.Training.Count.ShouldBe(3);
        split.Training.UsersOf(0).Length.ShouldBe(0);
    }

    [Fact]
    public void Strong_HeldOutUsers_AreUnknownAndTheirItemsDivided()
    {
        var all = Interactions.Of(SampleInteractions.Make(100, 6));

        var split = RecommendationSplit.Strong(all, 0.3, 0.6, 2);

        split.Cases.Count.ShouldBe(30);
        split.Training.UserCount.ShouldBe(70);
        foreach (var each in split.Cases)
        {
            split.Training.Users.ShouldNotContain(user => user == each.User);
            each.Items.Intersect(each.Targets).ShouldBeEmpty();
            var number = all.Users.Select((name, number) => (name, number)).First(named => named.name == each.User).number;
            each.Items.Concat(each.Targets).Order().ShouldBe(all.ItemsOf(number).ToArray());
        }

        RecommendationSplit.Strong(all, 0.3, 0.6, 2).Cases.Select(each => each.User).ShouldBe(split.Cases.Select(each => each.User));
    }

    [Fact]
    public void LastOut_NobodyWithTwoItems_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => RecommendationSplit.LastOut([new("u", "a"), new("v", "a")])).Message.ShouldContain("nothing to hold back");

    [Fact]
    public void Scores_KnownRanks_AreAsByHand()
    {
        // Popularity ranks a, b, c for u and v, who hold back c (rank 3 of what they have not got) and a (rank 1).
        var rows = new List<Interaction> { new("u", "d"), new("u", "c"), new("v", "d"), new("v", "a") };
        rows.AddRange(Enumerable.Range(0, 9).SelectMany(i => new Interaction[] { new($"p{i}", "a"), new($"q{i % 7}", "b"), new($"r{i % 3}", "c") }));
        var split = RecommendationSplit.LastOut(rows);

        var scores = RecommendationScores.Of(new PopularityTrainer().Fit(split.Training), split, new RankingOptions());

        scores.Cases.ShouldBe(2);
        scores.HitRateAt10.ShouldBe(1);
        scores.NdcgAt10.ShouldBe((1 + (1 / Math.Log2(4))) / 2, 1e-12);
        scores.MeanReciprocalRank.ShouldBe((1 + (1.0 / 3)) / 2, 1e-12);
        scores.RecallAt20.ShouldBe(1);
        scores.Serendipity.ShouldBe(0);
        // Everybody else has one item; each list is a, b, c.
        scores.Coverage.ShouldBe(0.75);
        scores.Novelty.ShouldBe((-Math.Log2(9.0 / 21) - Math.Log2(7.0 / 21) - Math.Log2(3.0 / 21)) / 3, 1e-12);
        scores.Diversity.ShouldBe(1, 1e-12);
    }
}
