using Tessera.Learning.Text;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Tests.Text;

public sealed class SentimentTests
{
    // Published with the data: .747 by a lexicon with rules, .815 by TF-IDF and logistic regression in five folds.
    [SkippableFact]
    public void Score_ReviewSentences_IsAsRightAsAWellKnownLexicon()
    {
        var (texts, positive) = ReviewSentences.Read();

        texts.Count.ShouldBe(3148);
        var right = texts.Zip(positive).Count(each => SentimentLexicon.Score(each.First) > 0 == each.Second);
        ((double)right / texts.Count).ShouldBeGreaterThanOrEqualTo(0.747);
    }

    [SkippableFact]
    public void Fit_ReviewSentencesInFiveFolds_IsAsRightAsItsPeer()
    {
        var (texts, positive) = ReviewSentences.Read();
        var folds = Folds.Stratified([.. positive.Select(each => each ? 1.0 : 0)], 5, 1);

        var plain = folds.Average(fold => Accuracy(fold, new SentimentOptions { WithLexicon = false }));
        var both = folds.Average(fold => Accuracy(fold, new SentimentOptions()));

        plain.ShouldBeGreaterThanOrEqualTo(0.815);
        both.ShouldBeGreaterThan(plain);

        double Accuracy(Fold fold, SentimentOptions options)
        {
            int[] training = [.. fold.Training];
            int[] test = [.. fold.Test];
            var model = new SentimentTrainer(options).Fit(new LabelledTexts([.. training.Select(row => texts[row])], [.. training.Select(row => positive[row])]));
            model.Convergence.Converged.ShouldBeTrue();
            return test.Average(row => model.Probability(texts[row]) > 0.5 == positive[row] ? 1.0 : 0);
        }
    }

    [Theory]
    [InlineData("The food was good.", "The food was not good.")]
    [InlineData("very good", "good")]
    [InlineData("good", "slightly good")]
    [InlineData("The service was bad but the food was great", "The food was great but the service was bad")]
    [InlineData("It is great!!", "It is great")]
    [InlineData("not bad", "bad")]
    public void Score_Rules_OrderTexts(string better, string worse) => SentimentLexicon.Score(better).ShouldBeGreaterThan(SentimentLexicon.Score(worse));

    [Fact]
    public void Score_NothingSaid_IsZero()
    {
        SentimentLexicon.Score("The box holds twelve.").ShouldBe(0);
        SentimentLexicon.Score("").ShouldBe(0);
        // One word of strength 2: 2/√(4 + 15).
        SentimentLexicon.Score("good").ShouldBe(2 / Math.Sqrt(19), 1e-12);
    }

    [Fact]
    public void Fit_WeightsAtTheOptimum_HaveNoGradient()
    {
        string[] texts = ["good tea", "bad tea", "good ink", "bad ink here", "tea", "ink good bad"];
        bool[] positive = [true, false, true, false, true, false];
        var model = new SentimentTrainer(new SentimentOptions { L2 = 0.3, WithLexicon = false, Terms = new TfIdfOptions() }).Fit(new LabelledTexts(texts, positive));

        // The intercept has no ridge: predictions add up to the positive texts.
        texts.Sum(model.Probability).ShouldBe(3, 1e-4);
        model.Explain("good tea")[0].Term.ShouldBe("good");
        model.Explain("bad ink")[0].Contribution.ShouldBeLessThan(0);
        Should.Throw<NotEstimableException>(() => new LabelledTexts(["a"], [true])).Message.ShouldContain("positive and negative");
    }
}
