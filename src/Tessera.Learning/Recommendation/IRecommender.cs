namespace Tessera.Learning.Recommendation;

/// <summary>A fitted recommender: it scores every item for a history, so that users it never saw are served as well as those it did.</summary>
/// <remarks>Immutable and safe for any number of threads. Scores of one history can be compared with each other, not with those of another.</remarks>
public interface IRecommender : IFittedModel
{
    /// <summary>The items' names, by number.</summary>
    IReadOnlyList<string> Items { get; }

    /// <summary>Scores all items.</summary>
    /// <param name="items">The items of a history, by number; empty for somebody new, who gets what is popular.</param>
    /// <param name="strengths">Their strengths, in the same order.</param>
    /// <returns>The scores, [items]; higher is better. Items of the history are scored too.</returns>
    double[] Score(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths);
}
