namespace Tessera.Learning.Boosting;

/// <summary>What a fitted model's scores mean.</summary>
/// <param name="Objective">What was minimised.</param>
/// <param name="QuantileLevel">The quantile, for that objective.</param>
/// <param name="TweediePower">The power, for that objective.</param>
internal sealed record ObjectiveParameters(BoostingObjective Objective, double QuantileLevel, double TweediePower)
{
    /// <summary>The loss.</summary>
    public BoostingLoss Loss() => BoostingLoss.Of(Objective, QuantileLevel, TweediePower);
}
