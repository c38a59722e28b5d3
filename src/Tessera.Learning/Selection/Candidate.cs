using Tessera.Learning.Data;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Selection;

/// <summary>A kind of model with settings that were tuned on folds.</summary>
/// <param name="Name">The model and its settings.</param>
/// <param name="Kind">The kind.</param>
/// <param name="OutOfFold">Its predictions for rows that it was not fitted on, [n]; not-a-number for rows that no fold tests.</param>
/// <param name="Fit">Fits it to all rows.</param>
internal sealed record Candidate(string Name, ModelKind Kind, double[] OutOfFold, Func<TrainingSet, CancellationToken, IPredictor> Fit)
{
    /// <summary>Predicts each fold by a model of the others.</summary>
    public static double[] Predict(TrainingSet data, IReadOnlyList<Fold> folds, Func<TrainingSet, TrainingSet, double[]> predictTest)
    {
        var predictions = new double[data.RowCount];
        Array.Fill(predictions, double.NaN);
        foreach (var fold in folds)
        {
            var test = predictTest(data.Take(fold.Training), data.Take(fold.Test));
            for (var i = 0; i < test.Length; i++)
            {
                predictions[fold.Test[i]] = test[i];
            }
        }

        return predictions;
    }
}
