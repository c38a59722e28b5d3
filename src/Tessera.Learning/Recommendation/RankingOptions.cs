namespace Tessera.Learning.Recommendation;

/// <summary>What counts in a ranking besides relevance. All weights at 0 leave the order of the scores.</summary>
public sealed record RankingOptions
{
    /// <summary>The weight of items that few have. 0 to 1; default 0.</summary>
    public double Novelty { get; init; }

    /// <summary>The weight of items unlike those ranked above. 0 to 1; default 0.</summary>
    public double Diversity { get; init; }

    /// <summary>The weight of items unlike those of the history. 0 to 1; default 0.</summary>
    public double Serendipity { get; init; }

    /// <summary>The items with the best scores that are ranked anew. 1 to 10,000; default 100. Ignored when all weights are 0.</summary>
    public int Candidates { get; init; } = 100;

    /// <summary>One dial for all three.</summary>
    /// <param name="surprise">0 for relevance alone, 1 for as much surprise as the candidates hold.</param>
    public static RankingOptions OfSurprise(double surprise) => new() { Novelty = surprise / 3, Diversity = surprise / 3, Serendipity = surprise / 3 };

    internal bool IsPlain => Novelty == 0 && Diversity == 0 && Serendipity == 0;

    internal void Validate() => new OptionProblems()
        .Range(nameof(Novelty), Novelty, 0, 1)
        .Range(nameof(Diversity), Diversity, 0, 1)
        .Range(nameof(Serendipity), Serendipity, 0, 1)
        .Require(!(Novelty + Diversity + Serendipity > 1 + 1e-9), "Novelty, Diversity and Serendipity are more than 1 together; relevance has the rest to 1.")
        .Range(nameof(Candidates), Candidates, 1, 10_000)
        .ThrowIfAny();
}
