namespace Tessera.Learning.Privacy;

/// <summary>Federated averaging: parties improve a common model on their own data, and only the average of their changes is seen.</summary>
/// <remarks>
/// Reference: McMahan, Moore, Ramage, Hampson and Agüera y Arcas (2017), Communication-Efficient Learning of Deep Networks from
/// Decentralized Data, AISTATS 2017, algorithm 1; clipping as in McMahan, Ramage, Talwar and Zhang (2018), Learning Differentially Private Recurrent Language
/// Models, ICLR 2018. Pure functions.
/// </remarks>
public static class FederatedAverage
{
    /// <summary>A party's contribution: its change of the weights, clipped, times its number of examples, and that number last.</summary>
    /// <param name="common">The common weights, [d].</param>
    /// <param name="local">The party's weights after its own training, [d], finite.</param>
    /// <param name="examples">How many examples it trained on; above 0.</param>
    /// <param name="clip">The largest Euclidean length of its change; positive infinity for none.</param>
    /// <returns>[d + 1]: what <see cref="SecureAggregation"/> adds up.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of range.</exception>
    public static double[] Contribution(ReadOnlySpan<double> common, ReadOnlySpan<double> local, double examples, double clip = double.PositiveInfinity)
    {
        if (common.Length != local.Length)
        {
            throw new ArgumentException($"The common model has {common.Length} weights and the local one {local.Length}.", nameof(local));
        }

        new OptionProblems().Positive("examples", examples).Require(clip > 0, "The clip must be above 0.").ThrowIfAny();
        var contribution = new double[common.Length + 1];
        var squares = 0.0;
        for (var i = 0; i < common.Length; i++)
        {
            contribution[i] = local[i] - common[i];
            squares += contribution[i] * contribution[i];
        }

        if (!double.IsFinite(squares))
        {
            throw new ArgumentException("A weight is not a finite number.", nameof(local));
        }

        var factor = examples * Math.Min(1, clip / Math.Max(Math.Sqrt(squares), double.Epsilon));
        for (var i = 0; i < common.Length; i++)
        {
            contribution[i] *= factor;
        }

        contribution[^1] = examples;
        return contribution;
    }

    /// <summary>The new common weights, from the sum of all contributions.</summary>
    /// <param name="common">The common weights before, [d].</param>
    /// <param name="sum">The sum of contributions, [d + 1].</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="NotEstimableException">The sum holds no examples.</exception>
    public static double[] Apply(ReadOnlySpan<double> common, ReadOnlySpan<double> sum)
    {
        if (sum.Length != common.Length + 1)
        {
            throw new ArgumentException($"{common.Length} weights need a sum of {common.Length + 1} numbers, not {sum.Length}.", nameof(sum));
        }

        if (!(sum[^1] > 0))
        {
            throw new NotEstimableException("The average cannot be taken: no party contributed an example.");
        }

        var next = common.ToArray();
        for (var i = 0; i < next.Length; i++)
        {
            next[i] += sum[i] / sum[^1];
        }

        return next;
    }
}
