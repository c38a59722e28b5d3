namespace Tessera.Learning.Selection;

/// <summary>How a candidate did on rows that it was not fitted on.</summary>
/// <param name="Name">The model and its settings.</param>
/// <param name="Kind">The kind of model; null for a blend of several.</param>
/// <param name="Loss">Log loss, or the root of the mean squared error.</param>
/// <param name="Weight">Its weight in the model that was chosen, on the scale of log-odds or of the target; 0 when it has no part.</param>
public sealed record CandidateScore(string Name, ModelKind? Kind, double Loss, double Weight);
