namespace Tessera.Learning.Causal;

/// <summary>A decision of an uplift tree: which bins of a feature go left.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Gain">n_L n_R/n² (τ_L − τ_R)².</param>
/// <param name="GoesLeft">For every bin whether it goes left.</param>
/// <param name="LastLeft">Of a number the last bin that goes left; bins are those of <c>FeatureBins</c>.</param>
internal sealed record UpliftSplit(int Feature, double Gain, bool[] GoesLeft, int LastLeft);
