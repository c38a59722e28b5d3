namespace Tessera.Learning.Bandits;

/// <summary>Says from recorded decisions what another policy would have brought.</summary>
/// <remarks>
/// With weights w = π(a|x)/μ(a|x), π being the policy in question and μ the one that decided. Assumptions: 1. the recorded propensities are right; 2. what π may do,
/// μ did with a probability above 0.
/// <para>Reference: IPS: Horvitz and Thompson (1952), JASA 47; self-normalised: Swaminathan and Joachims (2015), The Self-Normalized Estimator for Counterfactual Learning, NIPS,
/// equation (5); doubly robust: Dudík, Langford and Li (2011), Doubly Robust Policy Evaluation and Learning, ICML, equation (1). O(n k).</para>
/// </remarks>
public static class OffPolicyEvaluation
{
    /// <summary>Inverse propensity scoring: Σ w r / n. Unbiased; noisy where weights are large.</summary>
    /// <param name="decisions">What was decided, n of them.</param>
    /// <param name="probabilities">π(a|x) of every arm at each decision, [n][k].</param>
    /// <param name="largestWeight">Weights above are cut off, which trades bias for noise; infinite for none.</param>
    public static PolicyValue InversePropensity(IReadOnlyList<LoggedDecision> decisions, IReadOnlyList<double[]> probabilities, double largestWeight = double.PositiveInfinity)
    {
        var weights = Weights(decisions, probabilities, largestWeight);
        return Mean([.. weights.Select((weight, i) => weight * decisions[i].Reward)], weights);
    }

    /// <summary>Self-normalised: Σ w r / Σ w. Slightly biased, far less noisy, and never outside the rewards.</summary>
    /// <param name="decisions">What was decided, n of them.</param>
    /// <param name="probabilities">π(a|x) of every arm at each decision, [n][k].</param>
    /// <exception cref="NotEstimableException">The policy would have made none of the decisions.</exception>
    public static PolicyValue SelfNormalized(IReadOnlyList<LoggedDecision> decisions, IReadOnlyList<double[]> probabilities)
    {
        var weights = Weights(decisions, probabilities, double.PositiveInfinity);
        var total = weights.Sum();
        if (!(total > 0))
        {
            throw new NotEstimableException("The policy would have made none of the recorded decisions: nothing can be said about it.");
        }

        var value = weights.Select((weight, i) => weight * decisions[i].Reward).Sum() / total;
        // Delta method for a ratio of means.
        var error = Math.Sqrt(weights.Select((weight, i) => weight * weight * (decisions[i].Reward - value) * (decisions[i].Reward - value)).Sum()) / total;
        return new PolicyValue(value, error, total * total / weights.Sum(weight => weight * weight));
    }

    /// <summary>Doubly robust: what a model of rewards says, corrected by weighted residuals. Right if either the model or the propensities are.</summary>
    /// <param name="decisions">What was decided, n of them.</param>
    /// <param name="probabilities">π(a|x) of every arm at each decision, [n][k].</param>
    /// <param name="expectedRewards">What the model expects of every arm at each decision, [n][k]; fitted on other decisions.</param>
    /// <param name="largestWeight">Weights above are cut off; infinite for none.</param>
    public static PolicyValue DoublyRobust(IReadOnlyList<LoggedDecision> decisions, IReadOnlyList<double[]> probabilities, IReadOnlyList<double[]> expectedRewards, double largestWeight = double.PositiveInfinity)
    {
        if (expectedRewards.Count != decisions.Count)
        {
            throw new ArgumentException($"There are {decisions.Count} decisions and {expectedRewards.Count} expectations.", nameof(expectedRewards));
        }

        var weights = Weights(decisions, probabilities, largestWeight);
        return Mean(
            [.. weights.Select((weight, i) => probabilities[i].Zip(expectedRewards[i], (probability, reward) => probability * reward).Sum()
                + (weight * (decisions[i].Reward - expectedRewards[i][decisions[i].Action])))],
            weights);
    }

    private static double[] Weights(IReadOnlyList<LoggedDecision> decisions, IReadOnlyList<double[]> probabilities, double largestWeight)
    {
        if (decisions.Count == 0)
        {
            throw new NotEstimableException("There is no decision to evaluate on.");
        }

        if (probabilities.Count != decisions.Count)
        {
            throw new ArgumentException($"There are {decisions.Count} decisions and {probabilities.Count} rows of probabilities.", nameof(probabilities));
        }

        var weights = new double[decisions.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(decisions[i].Propensity is > 0 and <= 1))
            {
                throw new NotEstimableException($"Decision {i + 1} has the propensity {decisions[i].Propensity}; it lies above 0 and is at most 1.");
            }

            if (Math.Abs(probabilities[i].Sum() - 1) > 1e-6)
            {
                throw new ArgumentException($"The probabilities of decision {i + 1} do not add up to 1.", nameof(probabilities));
            }

            weights[i] = Math.Min(largestWeight, probabilities[i][decisions[i].Action] / decisions[i].Propensity);
        }

        return weights;
    }

    private static PolicyValue Mean(double[] terms, double[] weights)
    {
        var mean = terms.Average();
        var deviation = terms.Length < 2 ? double.NaN : Math.Sqrt(terms.Sum(term => (term - mean) * (term - mean)) / (terms.Length - 1));
        var squares = weights.Sum(weight => weight * weight);
        return new PolicyValue(mean, deviation / Math.Sqrt(terms.Length), squares > 0 ? weights.Sum() * weights.Sum() / squares : 0);
    }
}
