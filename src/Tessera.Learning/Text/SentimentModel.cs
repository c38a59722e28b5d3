namespace Tessera.Learning.Text;

/// <summary>A fitted model of sentiment. Immutable; made by <see cref="SentimentTrainer"/>.</summary>
public sealed class SentimentModel : IFittedModel
{
    private readonly TfIdfModel terms;
    private readonly double[] weights;
    private readonly bool withLexicon;

    internal SentimentModel(TfIdfModel terms, double[] weights, bool withLexicon, Convergence convergence) =>
        (this.terms, this.weights, this.withLexicon, Convergence) = (terms, weights, withLexicon, convergence);

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>The probability that a text is positive.</summary>
    /// <param name="text">The text.</param>
    public double Probability(string text) => 1 / (1 + Math.Exp(-Row(terms, text, withLexicon).Dot(weights)));

    /// <summary>What each term of a text adds to its log-odds, the strongest first.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<(string Term, double Contribution)> Explain(string text)
    {
        var vector = terms.Vector(text);
        var contributions = new List<(string Term, double Contribution)>();
        for (var i = 0; i < vector.Places.Length; i++)
        {
            contributions.Add((terms.TermNames[vector.Places[i]], vector.Values[i] * weights[vector.Places[i] + 2]));
        }

        return [.. contributions.OrderByDescending(each => Math.Abs(each.Contribution)).ThenBy(each => each.Term, StringComparer.Ordinal)];
    }

    // The intercept, the lexicon's score, and the terms behind them.
    internal static SparseVector Row(TfIdfModel terms, string text, bool withLexicon)
    {
        var vector = terms.Vector(text);
        return new SparseVector(
            [0, 1, .. vector.Places.ToArray().Select(place => place + 2)],
            [1, withLexicon ? SentimentLexicon.Score(text) : 0, .. vector.Values.ToArray()]);
    }
}
