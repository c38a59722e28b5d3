using Tessera.Learning.Selection;

namespace Tessera.Cli.Learning;

/// <summary>What <c>learn classify</c> and <c>learn regress</c> found.</summary>
/// <param name="Target">The column that is predicted.</param>
/// <param name="Positive">The value whose probability is predicted; null for numbers.</param>
/// <param name="Rows">Rows learned from and tested on.</param>
/// <param name="Features">The features.</param>
/// <param name="Model">The model asked for.</param>
/// <param name="Reason">Why it was chosen, in the first fold.</param>
/// <param name="Candidates">What was tried in the first fold, the best first.</param>
/// <param name="Metrics">The mean over the folds; ece of all rows together, because few rows per bin make it look worse than it is.</param>
/// <param name="Folds">The same by fold.</param>
/// <param name="Importances">By how much the loss rises when a feature is shuffled, on rows not learned from; the greatest first.</param>
/// <param name="Notices">What a person should know.</param>
internal sealed record PredictionAnswer(
    string Target,
    string? Positive,
    int Rows,
    IReadOnlyList<string> Features,
    string Model,
    string Reason,
    IReadOnlyList<CandidateScore> Candidates,
    Dictionary<string, double?> Metrics,
    IReadOnlyList<FoldAnswer> Folds,
    IReadOnlyList<FeatureImportance> Importances,
    IReadOnlyList<string> Notices);

/// <summary>What one fold found.</summary>
/// <param name="Name">The fold.</param>
/// <param name="Rows">Rows tested.</param>
/// <param name="Metrics">On those rows.</param>
/// <param name="Chosen">Why its model was chosen.</param>
internal sealed record FoldAnswer(string Name, int Rows, Dictionary<string, double?> Metrics, string Chosen);

/// <summary>How important a feature is.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Importance">The mean rise of log loss or root mean squared error.</param>
internal sealed record FeatureImportance(string Feature, double Importance);

/// <summary>A prediction for a row that its model had not seen.</summary>
/// <param name="Row">The row of the file, from 1.</param>
/// <param name="Fold">The fold that tested it.</param>
/// <param name="Actual">The target.</param>
/// <param name="Predicted">The probability or the number.</param>
internal sealed record RowPrediction(int Row, string Fold, double Actual, double Predicted);
