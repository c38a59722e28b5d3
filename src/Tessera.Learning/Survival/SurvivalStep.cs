namespace Tessera.Learning.Survival;

/// <summary>A survival curve at one time of events.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">Subjects watched just before it.</param>
/// <param name="Events">Events at it.</param>
/// <param name="Survival">Kaplan and Meier's estimate of the probability of getting past it.</param>
/// <param name="StandardError">Greenwood's standard error of it.</param>
/// <param name="Lower">The lower end of its interval, on the scale of ln S.</param>
/// <param name="Upper">The upper end of its interval.</param>
/// <param name="CumulativeHazard">Nelson and Aalen's estimate of the cumulative hazard.</param>
/// <param name="HazardStandardError">Its standard error.</param>
public sealed record SurvivalStep(
    double Time, int AtRisk, int Events, double Survival, double StandardError, double Lower, double Upper, double CumulativeHazard, double HazardStandardError);
