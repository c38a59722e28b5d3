using Tessera.Learning.Boosting;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Boosting;

/// <summary>Small made-up data with all that features can have: numbers, few and many categories, missing values.</summary>
internal static class SampleData
{
    /// <summary>Rows whose target depends on every kind of feature.</summary>
    public static TrainingSet Make(BoostingObjective objective, int rows, ulong seed, bool weighted = false)
    {
        var random = new SeededRandom(seed);
        string[] few = ["a", "b", "c"];
        string[] many = [.. Enumerable.Range(0, 9).Select(code => $"m{code}")];
        var schema = new FeatureSchema(
        [
            FeatureDefinition.Numeric("smooth"),
            FeatureDefinition.Numeric("coarse"),
            FeatureDefinition.Categorical("few", few),
            FeatureDefinition.Categorical("many", many),
        ]);
        double[][] columns = [new double[rows], new double[rows], new double[rows], new double[rows]];
        var target = new double[rows];
        var weights = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            columns[0][row] = random.NextDouble() < 0.1 ? double.NaN : Math.Round(random.NextNormal(), 2);
            columns[1][row] = random.NextInt(6);
            columns[2][row] = random.NextDouble() < 0.15 ? double.NaN : random.NextInt(3);
            columns[3][row] = random.NextInt(9);
            var signal = (double.IsNaN(columns[0][row]) ? 0.8 : columns[0][row])
                + (columns[1][row] > 2 ? 0.5 : -0.5)
                + (columns[2][row] == 1 ? 0.7 : 0)
                + (0.3 * ((columns[3][row] * 5) % 9 - 4) / 4);
            target[row] = objective switch
            {
                BoostingObjective.LogLoss => random.NextDouble() < 1 / (1 + Math.Exp(-signal)) ? 1 : 0,
                BoostingObjective.Poisson => Math.Floor(-Math.Log(1 - random.NextDouble()) * Math.Exp(signal)),
                BoostingObjective.Tweedie => random.NextDouble() < 0.5 ? 0 : -Math.Log(1 - random.NextDouble()) * Math.Exp(signal),
                _ => signal + (0.5 * random.NextNormal()),
            };
            weights[row] = 0.25 * (1 + random.NextInt(8));
        }

        return new TrainingSet(FeatureFrame.Of(schema, columns), target, weighted ? weights : []);
    }
}
