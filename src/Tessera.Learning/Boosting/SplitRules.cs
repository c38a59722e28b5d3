namespace Tessera.Learning.Boosting;

/// <summary>What a split is judged by, within one tree.</summary>
/// <param name="GradientUnit">See <see cref="PackedGradients"/>.</param>
/// <param name="HessianUnit">See <see cref="PackedGradients"/>.</param>
/// <param name="L2">λ.</param>
/// <param name="MinimumChildWeight">The least sum of hessians of a side.</param>
/// <param name="MinimumGain">γ.</param>
/// <param name="CategorySmoothing">Added to hessians when categories are ordered.</param>
/// <param name="CategoryL2">Added to λ when more than four categories are ordered.</param>
/// <param name="Directions">Of each feature: 1, −1, or 0 where it is free, [d]; null when all are free.</param>
internal sealed record SplitRules(
    double GradientUnit,
    double HessianUnit,
    double L2,
    double MinimumChildWeight,
    double MinimumGain,
    double CategorySmoothing,
    double CategoryL2,
    int[]? Directions)
{
    /// <summary>The Newton step −G/(H + λ) of a packed sum, kept within bounds.</summary>
    public double Output(long packed, OutputBounds bounds) =>
        bounds.Clamp(-PackedGradients.GradientOf(packed) * GradientUnit / ((PackedGradients.HessianOf(packed) * HessianUnit) + L2));
}
