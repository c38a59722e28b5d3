using Tessera.Learning.Numerics;

namespace Tessera.Learning.Bandits;

/// <summary>What is known of one choice whose reward depends linearly on the context: a ridge regression kept up to date. Immutable.</summary>
/// <remarks>A = λI + Σ x xᵀ and b = Σ r x, with A⁻¹ by Sherman and Morrison (1950); θ = A⁻¹ b. O(d²) a reward.</remarks>
public sealed class LinearArm
{
    private readonly double[] inverse;
    private readonly double[] rewards;
    private readonly double[] coefficients;

    /// <summary>An arm of which nothing is known.</summary>
    /// <param name="dimensions">d, the length of a context.</param>
    /// <param name="l2">λ, the ridge; above 0.</param>
    public LinearArm(int dimensions, double l2 = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        new OptionProblems().Positive(nameof(l2), l2).ThrowIfAny();
        (inverse, rewards, coefficients) = (new double[dimensions * dimensions], new double[dimensions], new double[dimensions]);
        for (var i = 0; i < dimensions; i++)
        {
            inverse[(i * dimensions) + i] = 1 / l2;
        }
    }

    private LinearArm(double[] inverse, double[] rewards, int pulls)
    {
        (this.inverse, this.rewards, Pulls) = (inverse, rewards, pulls);
        coefficients = Times(rewards);
    }

    /// <summary>How often it was taken.</summary>
    public int Pulls { get; }

    /// <summary>θ, [d].</summary>
    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>The arm after one more reward.</summary>
    /// <param name="context">x, [d].</param>
    /// <param name="reward">r, finite.</param>
    public LinearArm With(ReadOnlySpan<double> context, double reward)
    {
        if (!double.IsFinite(reward))
        {
            throw new ArgumentOutOfRangeException(nameof(reward), reward, "A reward is a finite number.");
        }

        var d = rewards.Length;
        var direction = Times(context);
        var scale = 1 + DotProduct.Of(context, direction);
        var (nextInverse, nextRewards) = ((double[])inverse.Clone(), (double[])rewards.Clone());
        for (var i = 0; i < d; i++)
        {
            nextRewards[i] += reward * context[i];
            for (var j = 0; j < d; j++)
            {
                nextInverse[(i * d) + j] -= direction[i] * direction[j] / scale;
            }
        }

        return new LinearArm(nextInverse, nextRewards, Pulls + 1);
    }

    /// <summary>θᵀx, the expected reward.</summary>
    /// <param name="context">x, [d].</param>
    public double Mean(ReadOnlySpan<double> context) => DotProduct.Of(context, coefficients);

    /// <summary>√(xᵀA⁻¹x): how little is known of the reward in a context, in units of the noise.</summary>
    /// <param name="context">x, [d].</param>
    public double Width(ReadOnlySpan<double> context) => Math.Sqrt(Math.Max(0, DotProduct.Of(context, Times(context))));

    private double[] Times(ReadOnlySpan<double> vector)
    {
        var d = rewards.Length;
        if (vector.Length != d)
        {
            throw new ArgumentException($"The context has {vector.Length} numbers; the arm takes {d}.", nameof(vector));
        }

        var product = new double[d];
        for (var i = 0; i < d; i++)
        {
            product[i] = DotProduct.Of(inverse.AsSpan(i * d, d), vector);
        }

        return product;
    }
}
