using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>eˢ − y s, the Poisson deviance of the logarithm s of the mean, up to a constant and a factor of 2.</summary>
internal sealed class PoissonLoss : BoostingLoss
{
    // The curvature grows with the score; taking it a little further on keeps a Newton step from overshooting (as other libraries do).
    private static readonly double Caution = Math.Exp(0.7);

    public override void CheckTarget(TrainingSet data) => CheckAmounts(data, "Poisson");

    public override double InitialScore(TrainingSet data) => Math.Log(data.MeanTarget());

    public override void Derivatives(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> target, ReadOnlySpan<double> weights, Span<double> gradients, Span<double> hessians)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            var mean = Math.Exp(scores[i]);
            gradients[i] = weight * (mean - target[i]);
            hessians[i] = weight * mean * Caution;
        }
    }

    public override double Loss(double score, double target) => Math.Exp(score) - (target * score);

    public override double Response(double score) => Math.Exp(score);

    public override string ResponseSql(string score) => $"exp({score})";
}
