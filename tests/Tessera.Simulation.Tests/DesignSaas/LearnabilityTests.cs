using Tessera.Simulation.DesignSaas;

namespace Tessera.Simulation.Tests.DesignSaas;

/// <summary>
/// Archetypes can be learned from the calls, but not read off them: a Gaussian naive Bayes classifier on eleven counts, fitted
/// on one half and tried on the other, must do far better than guessing and far worse than knowing.
/// </summary>
[Collection(ObservedPopulation.Name)]
public sealed class LearnabilityTests(ObservedPopulation population)
{
    [Fact]
    public void Archetype_FromTheCalls_IsLearnableButNotTrivial()
    {
        var customers = population.All.Where(customer => customer.Present(population.Options.StartsAt) > 60).ToArray();
        var classes = Archetypes.All.Select(archetype => archetype.Name).ToArray();
        var labels = customers.Select(customer => Array.IndexOf(classes, customer.Truth.Archetype)).ToArray();
        var features = customers.Select(Features).ToArray();
        var train = Enumerable.Range(0, customers.Length).Where(i => i % 2 == 0).ToArray();
        var test = Enumerable.Range(0, customers.Length).Where(i => i % 2 == 1).ToArray();
        var majority = labels.CountBy(label => label).Max(pair => pair.Value) / (double)labels.Length;

        var predicted = test.Select(i => Predict(features[i], train, features, labels, classes.Length)).ToArray();

        var accuracy = test.Index().Count(one => predicted[one.Index] == labels[one.Item]) / (double)test.Length;
        accuracy.ShouldBeGreaterThan(majority + 0.2);
        accuracy.ShouldBeInRange(0.6, 0.8);
    }

    private double[] Features(ObservedCustomer customer)
    {
        var present = customer.Present(population.Options.StartsAt);
        return
        [
            Math.Log(0.2 + (7.0 * customer.Active / present)),
            Math.Log(1 + customer.Of(SaasCall.FeatureUsed)) - Math.Log(1 + customer.Active),
            Math.Sqrt(100.0 * customer.Tried / present),
            Math.Sqrt(customer.AiUses / (1.0 + customer.Of(SaasCall.FeatureUsed))),
            Math.Sqrt(customer.PerActiveDay(SaasCall.PricingPage)),
            Math.Sqrt(customer.PerActiveDay(SaasCall.CancelPage)),
            Math.Sqrt(customer.PerActiveDay(SaasCall.CommentAdded)),
            Math.Sqrt(customer.PerActiveDay(SaasCall.ExportFile)),
            customer.MobileSessions / (1.0 + customer.Of(SaasCall.SessionEnded)),
            customer.Of(SaasCall.Group) > 0 ? 1 : 0,
            customer.UpgradeDay >= 0 ? 1 : 0,
        ];
    }

    private static int Predict(double[] customer, int[] train, double[][] features, int[] labels, int classes)
    {
        var best = 0;
        var bestScore = double.NegativeInfinity;
        for (var label = 0; label < classes; label++)
        {
            var members = train.Where(i => labels[i] == label).ToArray();
            var score = Math.Log(members.Length);
            for (var f = 0; f < customer.Length; f++)
            {
                var mean = members.Average(i => features[i][f]);
                var variance = members.Average(i => (features[i][f] - mean) * (features[i][f] - mean)) + 0.01;
                score -= 0.5 * (Math.Log(variance) + ((customer[f] - mean) * (customer[f] - mean) / variance));
            }

            (best, bestScore) = score > bestScore ? (label, score) : (best, bestScore);
        }

        return best;
    }
}
