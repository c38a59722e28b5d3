using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>½ (y − s)².</summary>
internal sealed class SquaredLoss : BoostingLoss
{
    public override void CheckTarget(TrainingSet data)
    {
    }

    public override double InitialScore(TrainingSet data) => data.MeanTarget();

    public override void Derivatives(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> target, ReadOnlySpan<double> weights, Span<double> gradients, Span<double> hessians)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            gradients[i] = weight * (scores[i] - target[i]);
            hessians[i] = weight;
        }
    }

    public override double Loss(double score, double target) => 0.5 * (target - score) * (target - score);

    public override double Response(double score) => score;

    public override string ResponseSql(string score) => score;
}
