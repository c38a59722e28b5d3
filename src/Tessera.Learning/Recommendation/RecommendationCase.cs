namespace Tessera.Learning.Recommendation;

/// <summary>A user to test on: what is shown of the history, and what is held back.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Items">The history that is shown, items ascending.</param>
/// <param name="Strengths">Its strengths.</param>
/// <param name="Targets">The items held back, none of them in the history.</param>
public sealed record RecommendationCase(string User, IReadOnlyList<int> Items, IReadOnlyList<double> Strengths, IReadOnlyList<int> Targets);
