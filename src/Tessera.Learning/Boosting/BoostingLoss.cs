using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>A loss that boosting minimises over raw scores: its derivatives, its start and what a score means.</summary>
/// <remarks>Weights multiply loss, gradient and hessian; an empty span of weights stands for ones.</remarks>
internal abstract class BoostingLoss
{
    /// <summary>The loss of an objective.</summary>
    public static BoostingLoss Of(BoostingObjective objective, double quantileLevel, double tweediePower) => objective switch
    {
        BoostingObjective.LogLoss => new LogisticLoss(),
        BoostingObjective.Squared => new SquaredLoss(),
        BoostingObjective.Poisson => new PoissonLoss(),
        BoostingObjective.Tweedie => new TweedieLoss(tweediePower),
        BoostingObjective.Quantile => new QuantileLoss(quantileLevel),
        _ => throw new ArgumentOutOfRangeException(nameof(objective), objective, "There is no such objective."),
    };

    /// <summary>Refuses targets that the loss is not made for.</summary>
    /// <exception cref="NotEstimableException">There is one.</exception>
    public abstract void CheckTarget(TrainingSet data);

    /// <summary>The constant score with the least loss.</summary>
    public abstract double InitialScore(TrainingSet data);

    /// <summary>First and second derivatives of the loss by the score, row by row.</summary>
    public abstract void Derivatives(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> target, ReadOnlySpan<double> weights, Span<double> gradients, Span<double> hessians);

    /// <summary>The loss of one row, without its weight.</summary>
    public abstract double Loss(double score, double target);

    /// <summary>The prediction that a score stands for.</summary>
    public abstract double Response(double score);

    /// <summary>The same as a SQL expression (ClickHouse).</summary>
    public abstract string ResponseSql(string score);

    /// <summary>The level when leaves take that quantile of their residuals in place of a Newton step; null for the Newton step.</summary>
    public virtual double? LeafQuantile => null;

    /// <summary>Refuses negative targets and all zeros, whose mean has no logarithm.</summary>
    protected static void CheckAmounts(TrainingSet data, string name)
    {
        foreach (var value in data.Target)
        {
            if (value < 0)
            {
                throw new NotEstimableException($"The {name} objective needs targets of at least 0; one is {value}.");
            }
        }

        if (data.MeanTarget() <= 0)
        {
            throw new NotEstimableException($"The {name} objective needs a target above 0; all {data.RowCount} are 0.");
        }
    }
}
