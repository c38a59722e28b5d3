using Tessera.Learning.Data;
using Tessera.Learning.Text;

namespace Tessera.Learning.Tests.Text;

public sealed class TermTests
{
    [Fact]
    public void Words_MixedText_AreCutAtWhatIsNoLetter()
    {
        Tokenizer.Words("Don’t PANIC: it's 42% well-made, naïve – ok?'").ShouldBe(["don't", "panic", "it's", "42", "well-made", "naïve", "ok"]);
        Tokenizer.Words(" -- '' ").ShouldBeEmpty();
        Tokenizer.Sentences("One. Two! It is 3.5 long\nThree…").ShouldBe(["One.", "Two!", "It is 3.5 long", "Three…"]);
    }

    [Fact]
    public void Vector_ThreeTexts_IsAsByHand()
    {
        var model = new TfIdfTrainer(new TfIdfOptions { Sublinear = false }).Fit(["tea tea ink", "tea", "cup"]);

        model.TermNames.ShouldBe(["cup", "ink", "tea"]);
        var vector = model.Vector("tea tea ink unknown");
        var (ink, tea) = (Math.Log(4.0 / 2) + 1, 2 * (Math.Log(4.0 / 3) + 1));
        var length = Math.Sqrt((ink * ink) + (tea * tea));
        vector.Places.ToArray().ShouldBe([1, 2]);
        vector.Values.ToArray().ShouldBe([ink / length, tea / length], 1e-12);
        new TfIdfTrainer(new TfIdfOptions { LongestTerm = 2, MinimumTexts = 2 }).Fit(["a good tea", "good tea here", "tea"]).TermNames.ShouldBe(["good", "good tea", "tea"]);
    }

    [Fact]
    public void Topics_TextsOfTwoKinds_AreFoundAndTheObjectiveNeverRises()
    {
        var random = new SeededRandom(3);
        string[] kitchen = ["tea", "cup", "kettle", "spoon", "milk"];
        string[] desk = ["ink", "paper", "pen", "stapler", "folder"];
        string[] texts = [.. Enumerable.Range(0, 60).Select(i => string.Join(' ', Enumerable.Range(0, 6).Select(_ => (i % 2 == 0 ? kitchen : desk)[random.NextInt(5)])))];
        var terms = new TfIdfTrainer(new TfIdfOptions()).Fit(texts);
        SparseVector[] vectors = [.. texts.Select(terms.Vector)];

        var model = new TopicsTrainer(terms.TermNames.Count, new TopicsOptions { Topics = 2 }).Fit(vectors);

        string[][] best = [.. Enumerable.Range(0, 2).Select(topic => model.TermsOf(topic, 5).Select(each => terms.TermNames[each.Term]).Order(StringComparer.Ordinal).ToArray())];
        best.ShouldContain(topic => topic.SequenceEqual(kitchen.Order(StringComparer.Ordinal)));
        best.ShouldContain(topic => topic.SequenceEqual(desk.Order(StringComparer.Ordinal)));
        var mixture = model.Mixture(terms.Vector("tea cup milk"));
        var own = best[0].Contains("tea") ? 0 : 1;
        mixture[own].ShouldBeGreaterThan(10 * mixture[1 - own]);
        double[] objectives = [.. Enumerable.Range(1, 12).Select(rounds => new TopicsTrainer(terms.TermNames.Count, new TopicsOptions { Topics = 3, MaximumIterations = rounds }).Fit(vectors).Convergence.Objective)];
        objectives.Zip(objectives.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1e-9);
    }

    [Fact]
    public void KeyPhrases_AbstractOfThePaper_FindItsPhrases()
    {
        // The abstract that Rose et al. (2010) work through in their figures 1.1 to 1.4, and the phrases of their figure 1.4 with scores.
        const string text = "Compatibility of systems of linear constraints over the set of natural numbers. Criteria of compatibility of a system of linear Diophantine equations, strict inequations, and nonstrict "
            + "inequations are considered. Upper bounds for components of a minimal set of solutions and algorithms of construction of minimal generating sets of solutions for all types of systems are given. These criteria and "
            + "the corresponding algorithms for constructing a minimal supporting set of solutions can be used in solving all the considered types of systems and systems of mixed types.";

        var phrases = KeyPhrases.Of([text], 40).ToDictionary(each => each.Phrase, each => each.Score, StringComparer.Ordinal);

        phrases["minimal generating sets"].ShouldBe(8.7, 0.05);
        phrases["linear diophantine equations"].ShouldBe(8.5, 0.05);
        phrases["minimal supporting set"].ShouldBe(7.7, 0.05);
        phrases["minimal set"].ShouldBe(4.7, 0.05);
        phrases["linear constraints"].ShouldBe(4.5, 0.05);
        phrases["natural numbers"].ShouldBe(4, 0.05);
        phrases["strict inequations"].ShouldBe(4, 0.05);
        phrases["mixed types"].ShouldBe(3.7, 0.05);
    }
}
