namespace Tessera.Learning.Causal;

/// <summary>Whom to treat.</summary>
/// <param name="Rows">The rows, ascending.</param>
/// <param name="Cost">What treating them costs.</param>
/// <param name="ExpectedOutcome">By how much their outcomes rise together.</param>
/// <param name="ExpectedProfit">The value of that less the cost.</param>
public sealed record TargetingPlan(IReadOnlyList<int> Rows, double Cost, double ExpectedOutcome, double ExpectedProfit);
