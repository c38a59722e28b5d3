using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>ln(1 + eˢ) − y s, the log loss of the log-odds s.</summary>
internal sealed class LogisticLoss : BoostingLoss
{
    public override void CheckTarget(TrainingSet data) => data.RequireTwoClasses();

    public override double InitialScore(TrainingSet data)
    {
        var mean = data.MeanTarget();
        return mean is > 0 and < 1
            ? Math.Log(mean / (1 - mean))
            : throw new NotEstimableException("All rows with a weight have the same class: there is nothing to tell apart.");
    }

    /// <inheritdoc/>
    /// <remarks>p = 1/(1 + e⁻ˢ), gradient p − y, hessian p (1 − p). In vectors of four, the rest in a padded one, so that every row is treated alike.</remarks>
    public override void Derivatives(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> target, ReadOnlySpan<double> weights, Span<double> gradients, Span<double> hessians)
    {
        var width = Vector256<double>.Count;
        var i = 0;
        for (; i + width <= scores.Length; i += width)
        {
            var (gradient, hessian) = Derivatives(At(scores, i), At(target, i), weights.IsEmpty ? Vector256<double>.One : At(weights, i));
            gradient.CopyTo(gradients[i..]);
            hessian.CopyTo(hessians[i..]);
        }

        for (; i < scores.Length; i++)
        {
            var weight = Vector256.Create(weights.IsEmpty ? 1 : weights[i]);
            var (gradient, hessian) = Derivatives(Vector256.Create(scores[i]), Vector256.Create(target[i]), weight);
            gradients[i] = gradient[0];
            hessians[i] = hessian[0];
        }
    }

    public override double Loss(double score, double target)
    {
        // ln(1 + eˢ) without overflow.
        var softplus = Math.Max(score, 0) + Math.Log(1 + Math.Exp(-Math.Abs(score)));
        return softplus - (target * score);
    }

    public override double Response(double score) => 1 / (1 + Math.Exp(-score));

    public override string ResponseSql(string score) => $"1 / (1 + exp(-({score})))";

    private static (Vector256<double> Gradient, Vector256<double> Hessian) Derivatives(Vector256<double> score, Vector256<double> target, Vector256<double> weight)
    {
        var probability = Vector256<double>.One / (Vector256<double>.One + Vector256.Exp(-score));
        return (weight * (probability - target), weight * probability * (Vector256<double>.One - probability));
    }

    private static Vector256<double> At(ReadOnlySpan<double> values, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);
}
