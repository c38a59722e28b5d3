using System.Globalization;
using Tessera.Learning.Data;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Selection;

/// <summary>Tries several kinds of models, compares them on rows that they were not fitted on, and takes the best, or a blend where that is better.</summary>
/// <remarks>
/// Each kind is tuned and each candidate predicted by cross-validation within the rows that are given; blends are judged with weights fitted on
/// the other folds. Probabilities are calibrated by the same predictions where that helps. The choice is then fitted to all rows. Nothing outside the given rows is looked at.
/// <para>Above 20,000 rows three folds are used, above 200,000 one fifth is held out once.</para>
/// </remarks>
public sealed class ModelSelector : IEstimator<TrainingSet, SelectedModel>
{
    private const int ManyRows = 20_000;
    private const int VeryManyRows = 200_000;
    private const string NothingLearned = "No model does better than the mean in inner validation: every row is given it.";

    private readonly SelectionOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">What is tried.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public ModelSelector(SelectionOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public SelectedModel Fit(TrainingSet data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Fit(data, folds: null, progress, cancellationToken);

    /// <summary>Learns from rows that are compared by folds of the caller's choice, such as <see cref="Validation.Folds.ByTime"/> where the future is to be predicted.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="folds">Divisions of these rows, none of which tests a row twice; null to draw them. With a single one no blend is tried.</param>
    /// <param name="progress">Told what is tried; may be null.</param>
    /// <param name="cancellationToken">Stops the work between models.</param>
    public SelectedModel Fit(TrainingSet data, IReadOnlyList<Fold>? folds, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Task == PredictionTask.Classification)
        {
            data.RequireTwoClasses();
        }

        folds ??= MakeFolds(data);
        var tuner = new CandidateTuner(data, folds, options.Task, options.Seed, cancellationToken);
        var candidates = new List<Candidate>();
        foreach (var kind in options.Kinds)
        {
            progress?.Report(new FitProgress($"trying {kind.ToString().ToLowerInvariant()}", candidates.Count / (options.Kinds.Count + 1.0)));
            candidates.Add(tuner.Tune(kind));
        }

        progress?.Report(new FitProgress("fitting the choice", options.Kinds.Count / (options.Kinds.Count + 1.0)));
        return Choose(data, folds, tuner, candidates, cancellationToken);
    }

    private SelectedModel Choose(TrainingSet data, IReadOnlyList<Fold> folds, CandidateTuner tuner, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        double[][] predictions = [.. candidates.Select(candidate => candidate.OutOfFold)];
        double[] losses = [.. predictions.Select(tuner.Loss)];
        var best = Array.IndexOf(losses, losses.Min());
        var blended = candidates.Count > 1 && folds.Count > 1 ? CrossBlend(data, folds, predictions) : null;
        var blendLoss = blended is null ? double.PositiveInfinity : tuner.Loss(blended);
        var blend = Blend.Identity(options.Task);
        List<int> used = [best];
        if (blendLoss < losses[best])
        {
            var whole = Blend.Fit(options.Task, predictions, data);
            used = [.. Enumerable.Range(0, candidates.Count).Where(candidate => whole.Weights[candidate] > 0).DefaultIfEmpty(best)];
            blend = whole.Of(used);
        }

        var scores = candidates.Select((candidate, i) => new CandidateScore(candidate.Name, candidate.Kind, losses[i], used.Contains(i) ? blend.Weights[used.IndexOf(i)] : 0)).ToList();
        if (double.IsFinite(blendLoss))
        {
            scores.Add(new CandidateScore("blend", Kind: null, blendLoss, blendLoss < losses[best] ? 1 : 0));
        }

        var curve = options.Task == PredictionTask.Classification ? ProbabilityCurve.Choose(blendLoss < losses[best] ? blended! : predictions[best], data, options.Seed) : null;
        var reason = (blend.Weights is [0] ? NothingLearned : Reason(candidates, losses, best, blendLoss)) + (curve is null ? "" : " Its probabilities are drawn half-way to the rates observed in inner validation, which calibrates them better.");
        return new SelectedModel([.. used.Select(i => candidates[i].Fit(data, cancellationToken))], blend, [.. scores.OrderBy(score => score.Loss)], reason, curve);
    }

    // The weights for a fold come from the others, so that the blend is judged as fairly as its parts.
    private double[] CrossBlend(TrainingSet data, IReadOnlyList<Fold> folds, double[][] predictions)
    {
        var blended = new double[data.RowCount];
        foreach (var fold in folds)
        {
            var weights = Blend.Fit(options.Task, [.. predictions.Select(model => Pick(model, fold.Training))], data.Take(fold.Training));
            var test = weights.Of([.. predictions.Select(model => Pick(model, fold.Test))]);
            for (var i = 0; i < test.Length; i++)
            {
                blended[fold.Test[i]] = test[i];
            }
        }

        return blended;
    }

    private static double[] Pick(double[] values, ReadOnlySpan<int> rows)
    {
        var picked = new double[rows.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }

    private string Reason(List<Candidate> candidates, double[] losses, int best, double blendLoss)
    {
        var measure = options.Task == PredictionTask.Classification ? "log loss" : "root mean squared error";
        var name = candidates[best].Name;
        string Figure(double loss) => loss.ToString("G5", CultureInfo.InvariantCulture);
        return candidates.Count == 1 ? $"{name}: {measure} {Figure(losses[best])} in inner validation."
            : blendLoss < losses[best] ? $"A blend has the least {measure} in inner validation: {Figure(blendLoss)}, against {Figure(losses[best])} of {name} alone."
            : $"{name} has the least {measure} in inner validation: {Figure(losses[best])}; a blend would not improve on it.";
    }

    private IReadOnlyList<Fold> MakeFolds(TrainingSet data)
    {
        var count = data.RowCount > VeryManyRows ? 5 : data.RowCount > ManyRows ? Math.Min(3, options.Folds) : options.Folds;
        var folds = options.Task == PredictionTask.Classification ? Folds.Stratified(data.Target, count, options.Seed) : Folds.Random(data.RowCount, count, options.Seed);
        return data.RowCount > VeryManyRows ? [folds[0]] : folds;
    }
}
