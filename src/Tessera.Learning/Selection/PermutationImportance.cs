using Tessera.Learning.Data;

namespace Tessera.Learning.Selection;

/// <summary>How much worse predictions become when the values of one input are shuffled among the rows.</summary>
/// <remarks>
/// Reference: Breiman (2001), Random Forests, Machine Learning 45(1), section 10; model-agnostic as in Fisher, Rudin and Dominici (2019), JMLR
/// 20(177), equation (3.5), as a difference. Inputs that carry the same information share importance between them. O(repeats · d) predictions.
/// </remarks>
public static class PermutationImportance
{
    /// <summary>The rise of the loss for each input.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">Rows that it was not fitted on, n of them.</param>
    /// <param name="loss">The loss of predictions, [n].</param>
    /// <param name="repeats">Shuffles of each input that are averaged, at least 1.</param>
    /// <param name="seed">Of the shuffles.</param>
    /// <returns>The mean rise of the loss, [d]; about 0, perhaps a little negative, for an input without influence.</returns>
    public static double[] Of(IPredictor model, FeatureFrame features, Func<double[], double> loss, int repeats = 1, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        var before = loss(model.Predict(features));
        var importances = new double[features.Schema.Count];
        for (var feature = 0; feature < importances.Length; feature++)
        {
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                var random = new SeededRandom(SeededRandom.Combine(seed, (ulong)((repeat * importances.Length) + feature)));
                var rows = Enumerable.Range(0, features.RowCount).ToArray();
                random.Shuffle(rows);
                importances[feature] += (loss(model.Predict(features.Shuffled(feature, rows))) - before) / repeats;
            }
        }

        return importances;
    }
}
