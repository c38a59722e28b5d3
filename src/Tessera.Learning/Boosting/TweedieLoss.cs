using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>−y e^((1−p)s)/(1−p) + e^((2−p)s)/(2−p), the Tweedie deviance of the logarithm s of the mean, up to constants.</summary>
/// <remarks>Reference: Jørgensen (1987), Exponential dispersion models, JRSS B 49(2); 1 &lt; p &lt; 2 is a Poisson sum of gammas.</remarks>
internal sealed class TweedieLoss(double power) : BoostingLoss
{
    public override void CheckTarget(TrainingSet data) => CheckAmounts(data, "Tweedie");

    public override double InitialScore(TrainingSet data) => Math.Log(data.MeanTarget());

    public override void Derivatives(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> target, ReadOnlySpan<double> weights, Span<double> gradients, Span<double> hessians)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            var first = target[i] * Math.Exp((1 - power) * scores[i]);
            var second = Math.Exp((2 - power) * scores[i]);
            gradients[i] = weight * (second - first);
            hessians[i] = weight * (((2 - power) * second) - ((1 - power) * first));
        }
    }

    public override double Loss(double score, double target) =>
        (Math.Exp((2 - power) * score) / (2 - power)) - (target * Math.Exp((1 - power) * score) / (1 - power));

    public override double Response(double score) => Math.Exp(score);

    public override string ResponseSql(string score) => $"exp({score})";
}
