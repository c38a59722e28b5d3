namespace Tessera.Learning.Experiments;

/// <summary>A comparison whose noise was reduced by what was known before.</summary>
/// <param name="Control">The control's adjusted mean and its variance.</param>
/// <param name="Treatment">The treatment's adjusted mean and its variance.</param>
/// <param name="VarianceReduction">The fraction of the variance of the effect that was taken away; below 0 where the adjustment did harm.</param>
/// <param name="Frequentist">The comparison with a fixed number of observations; the other methods take the two samples.</param>
public sealed record AdjustedComparison(SampleMoments Control, SampleMoments Treatment, double? VarianceReduction, Comparison Frequentist);
