using Tessera.Learning.Metrics;

namespace Tessera.Learning.Text;

/// <summary>Fitted topics. Immutable; made by <see cref="TopicsTrainer"/>.</summary>
public sealed class TopicsModel : IFittedModel
{
    private const int Passes = 100;

    private readonly double[] terms;
    private readonly double[] gram;
    private readonly int termCount;

    internal TopicsModel(double[] terms, int termCount, int topics, Convergence convergence)
    {
        (this.terms, this.termCount, TopicCount, Convergence) = (terms, termCount, topics, convergence);
        gram = TopicsTrainer.Gram(terms, topics);
    }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => Convergence.Converged ? [] : [Convergence.Reason];

    /// <summary>k.</summary>
    public int TopicCount { get; }

    /// <summary>The terms with the largest weights in a topic, the largest first.</summary>
    /// <param name="topic">The topic, from 0.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<(int Term, double Weight)> TermsOf(int topic, int count)
    {
        double[] weights = [.. Enumerable.Range(0, termCount).Select(term => terms[(term * TopicCount) + topic])];
        return [.. ScoreOrder.Falling(weights).Take(count).Where(term => weights[term] > 0).Select(term => (term, weights[term]))];
    }

    /// <summary>How much of each topic a text has, [k], not negative: the row of W that fits it best.</summary>
    /// <param name="vector">The text's vector.</param>
    public double[] Mixture(SparseVector vector)
    {
        var products = new double[TopicCount];
        TopicsTrainer.AddRows(vector, terms, products);
        var mixture = new double[TopicCount];
        for (var pass = 0; pass < Passes; pass++)
        {
            TopicsTrainer.Update(mixture, products, gram, TopicCount);
        }

        return mixture;
    }
}
