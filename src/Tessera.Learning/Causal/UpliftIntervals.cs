namespace Tessera.Learning.Causal;

/// <summary>How well uplift ranks, and how sure that is.</summary>
/// <param name="Qini">The Qini coefficient.</param>
/// <param name="AreaUnderCurve">The area under the uplift curve.</param>
/// <param name="Level">The level of the intervals.</param>
public sealed record UpliftIntervals(EstimateWithInterval Qini, EstimateWithInterval AreaUnderCurve, double Level);
