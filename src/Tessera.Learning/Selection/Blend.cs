using Tessera.Learning.Data;
using Tessera.Learning.Linear;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Selection;

/// <summary>Joins predictions of several models into one: a sum on the scale of log-odds or of the target, with weights of at least 0.</summary>
/// <remarks>
/// The weights are fitted to predictions of rows that the models had not seen, so that the blend is calibrated as well (with a single
/// model it is Platt's scaling).
/// <para>Reference: Wolpert (1992), Stacked generalization, Neural Networks 5(2); weights not negative: Breiman (1996), Stacked regressions,
/// Machine Learning 24, section 2.</para>
/// </remarks>
internal sealed class Blend
{
    // Probabilities of 0 and 1 have no log-odds; forests give them.
    private const double Least = 1e-6;

    public Blend(PredictionTask task, double intercept, double[] weights)
    {
        Task = task;
        Intercept = intercept;
        Weights = weights;
    }

    /// <summary>What is predicted.</summary>
    public PredictionTask Task { get; }

    /// <summary>What is added on the scale of the sum.</summary>
    public double Intercept { get; }

    /// <summary>The weight of each model.</summary>
    public double[] Weights { get; }

    /// <summary>A single model as it is.</summary>
    public static Blend Identity(PredictionTask task) => new(task, 0, [1]);

    /// <summary>Fits the weights; a model whose weight would be negative is left out, the worst first. With none left it is the mean.</summary>
    /// <param name="task">What is predicted.</param>
    /// <param name="predictions">Of each model, [models][n].</param>
    /// <param name="data">The truth, n rows.</param>
    public static Blend Fit(PredictionTask task, double[][] predictions, TrainingSet data)
    {
        var used = Enumerable.Range(0, predictions.Length).ToList();
        while (true)
        {
            var frame = FeatureFrame.Numeric(used.Select(model => $"model {model}"), [.. used.Select(model => predictions[model].Select(value => Scale(task, value)).ToArray())]);
            var set = new TrainingSet(frame, data.Target, data.Weights);
            var options = new LinearOptions { L2 = 1e-3 };
            var fit = task == PredictionTask.Classification ? new LogisticRegressionTrainer(options).Fit(set) : new LinearRegressionTrainer(options).Fit(set);
            double[] slopes = [.. Enumerable.Range(0, used.Count).Select(i => fit.Slope(i))];
            var worst = Array.IndexOf(slopes, slopes.Min());
            if (slopes[worst] < 0)
            {
                used.RemoveAt(worst);
                if (used.Count == 0)
                {
                    // None of them knows more than the mean does.
                    return new Blend(task, Scale(task, data.MeanTarget()), new double[predictions.Length]);
                }

                continue;
            }

            var weights = new double[predictions.Length];
            for (var i = 0; i < used.Count; i++)
            {
                weights[used[i]] = slopes[i];
            }

            return new Blend(task, fit.Intercept, weights);
        }
    }

    /// <summary>The blend of some models alone, with their weights as they are.</summary>
    public Blend Of(IEnumerable<int> models) => new(Task, Intercept, [.. models.Select(model => Weights[model])]);

    /// <summary>Whether it changes nothing.</summary>
    private bool IsIdentity => Weights is [1] && Intercept == 0;

    /// <summary>The prediction for one row.</summary>
    public double Of(ReadOnlySpan<double> predictions)
    {
        if (IsIdentity)
        {
            return predictions[0];
        }

        var score = Intercept;
        for (var model = 0; model < Weights.Length; model++)
        {
            score += Weights[model] * Scale(Task, predictions[model]);
        }

        return Task == PredictionTask.Classification ? 1 / (1 + Math.Exp(-score)) : score;
    }

    /// <summary>The predictions for many rows.</summary>
    public double[] Of(double[][] predictions)
    {
        var blended = new double[predictions[0].Length];
        var row = new double[predictions.Length];
        for (var i = 0; i < blended.Length; i++)
        {
            for (var model = 0; model < row.Length; model++)
            {
                row[model] = predictions[model][i];
            }

            blended[i] = Of(row);
        }

        return blended;
    }

    /// <summary>The blend of some SQL expressions, each a prediction, as one.</summary>
    public string ToSql(IReadOnlyList<string> predictions)
    {
        if (IsIdentity)
        {
            return predictions[0];
        }

        if (Task == PredictionTask.Regression)
        {
            return string.Join("\n+ ", predictions.Select((prediction, i) => $"{SqlText.Number(Weights[i])} * ({prediction})").Prepend(SqlText.Number(Intercept)));
        }

        // The predictions are long: the log-odds are taken in a function, so that each is written once.
        var weights = string.Join(", ", Weights.Select(SqlText.Number));
        var odds = $"arraySum((each, weight) -> weight * log(each / (1 - each)), arrayMap(each -> greatest({SqlText.Number(Least)}, least({SqlText.Number(1 - Least)}, each)), [{string.Join(", ", predictions)}]), [{weights}])";
        return $"1 / (1 + exp(-({SqlText.Number(Intercept)} + {odds})))";
    }

    private static double Scale(PredictionTask task, double prediction)
    {
        if (task == PredictionTask.Regression)
        {
            return prediction;
        }

        var probability = Math.Clamp(prediction, Least, 1 - Least);
        return Math.Log(probability / (1 - probability));
    }
}
