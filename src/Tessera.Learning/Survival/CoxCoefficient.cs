namespace Tessera.Learning.Survival;

/// <summary>What one covariate does to the hazard.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Coefficient">β: the change of the log hazard for one unit more.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="PValue">Wald's two-sided p-value.</param>
public sealed record CoxCoefficient(string Name, double Coefficient, double StandardError, double PValue)
{
    /// <summary>exp(β): the factor on the hazard for one unit more.</summary>
    public double HazardRatio => Math.Exp(Coefficient);
}
