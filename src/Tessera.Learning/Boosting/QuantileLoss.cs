using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Pinball loss: α (y − s) above the score, (1 − α)(s − y) below. Trees follow its slope; leaves take the quantile of their residuals.</summary>
/// <remarks>Reference: Koenker and Bassett (1978), Econometrica 46(1), equation (3.1); leaves as in Friedman (2001), Annals of Statistics 29(5), algorithm 3.</remarks>
internal sealed class QuantileLoss(double level) : BoostingLoss
{
    public override double? LeafQuantile => level;

    public override void CheckTarget(TrainingSet data)
    {
    }

    public override double InitialScore(TrainingSet data)
    {
        var weights = new double[data.RowCount];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = data.Weight(row);
        }

        return WeightedQuantile.Of(data.Target.ToArray(), weights, level);
    }

    public override void Derivatives(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> target, ReadOnlySpan<double> weights, Span<double> gradients, Span<double> hessians)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            gradients[i] = weight * (target[i] > scores[i] ? -level : 1 - level);
            hessians[i] = weight;
        }
    }

    public override double Loss(double score, double target) => target > score ? level * (target - score) : (1 - level) * (score - target);

    public override double Response(double score) => score;

    public override string ResponseSql(string score) => score;
}
