namespace Tessera.Learning.Bandits;

/// <summary>What a policy would bring per decision, estimated from decisions that another one made.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="EffectiveDecisions">(Σw)²/Σw²: as many decisions of the policy itself would say as much; few mean that the policies differ too much.</param>
public sealed record PolicyValue(double Value, double StandardError, double EffectiveDecisions);
