using Tessera.Learning.Bandits;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Bandits;

public sealed class OffPolicyEvaluationTests
{
    [Fact]
    public void Estimators_ThreeDecisions_AreAsByHand()
    {
        LoggedDecision[] decisions = [new(0, 1, 0.5), new(1, 0, 0.25), new(1, 1, 0.8)];
        double[][] probabilities = [[1, 0], [0.5, 0.5], [0.2, 0.8]];
        double[][] expected = [[0.6, 0.2], [0.6, 0.2], [0.6, 0.2]];

        // Weights 2, 2 and 1.
        OffPolicyEvaluation.InversePropensity(decisions, probabilities).Value.ShouldBe(3.0 / 3, 1e-12);
        OffPolicyEvaluation.SelfNormalized(decisions, probabilities).Value.ShouldBe(3.0 / 5, 1e-12);
        OffPolicyEvaluation.SelfNormalized(decisions, probabilities).EffectiveDecisions.ShouldBe(25.0 / 9, 1e-12);
        // 0.6 + 2·0.4, 0.4 − 2·0.2 and 0.28 + 0.8.
        OffPolicyEvaluation.DoublyRobust(decisions, probabilities, expected).Value.ShouldBe((1.4 + 0 + 1.08) / 3, 1e-12);
        OffPolicyEvaluation.InversePropensity(decisions, probabilities, largestWeight: 1).Value.ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void Estimators_ManyLogs_AreRightOnAverageAndTheirErrorsToo()
    {
        var random = new SeededRandom(3);
        double[] means = [0.2, 0.5, 0.7];
        double[] logging = [0.6, 0.3, 0.1];
        double[] policy = [0.1, 0.3, 0.6];
        var truth = means.Zip(policy, (a, b) => a * b).Sum();
        var estimates = Enumerable.Range(0, 400).Select(_ =>
        {
            var decisions = Enumerable.Range(0, 300).Select(_ =>
            {
                var draw = random.NextDouble();
                var action = draw < 0.6 ? 0 : draw < 0.9 ? 1 : 2;
                return new LoggedDecision(action, random.NextDouble() < means[action] ? 1 : 0, logging[action]);
            }).ToArray();
            var probabilities = Enumerable.Repeat(policy, 300).ToArray();
            return (Ips: OffPolicyEvaluation.InversePropensity(decisions, probabilities), Self: OffPolicyEvaluation.SelfNormalized(decisions, probabilities),
                Robust: OffPolicyEvaluation.DoublyRobust(decisions, probabilities, [.. Enumerable.Repeat(means, 300)]));
        }).ToList();

        foreach (var values in new[] { estimates.ConvertAll(each => each.Ips), estimates.ConvertAll(each => each.Self), estimates.ConvertAll(each => each.Robust) })
        {
            var mean = values.Average(each => each.Value);
            var deviation = Math.Sqrt(values.Average(each => (each.Value - mean) * (each.Value - mean)));
            // Four standard errors, and a little for the bias of the self-normalised one.
            mean.ShouldBe(truth, (4 * deviation / 20) + 0.002);
            values.Average(each => each.StandardError).ShouldBe(deviation, 0.15 * deviation);
        }

        estimates.Average(each => each.Robust.StandardError).ShouldBeLessThan(estimates.Average(each => each.Ips.StandardError));
    }

    [Fact]
    public void Propensity_Zero_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => OffPolicyEvaluation.InversePropensity([new(0, 1, 0)], [[1.0]])).Message.ShouldContain("propensity 0");
}
