using Tessera.Learning.Causal;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Causal;

/// <summary>A randomised test with effects that are known: τ = 2 x₁ + (c = b), on top of 3 x₂ and noise.</summary>
internal static class KnownEffects
{
    public static (UpliftData Data, double[] Truth) Make(int rows, ulong seed, double treatedShare)
    {
        var random = new SeededRandom(seed);
        double[][] columns = [new double[rows], new double[rows], new double[rows]];
        var (treated, outcome, truth) = (new bool[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            columns[0][row] = (2 * random.NextDouble()) - 1;
            columns[1][row] = (2 * random.NextDouble()) - 1;
            columns[2][row] = random.NextInt(2);
            truth[row] = (2 * columns[0][row]) + columns[2][row];
            treated[row] = random.NextDouble() < treatedShare;
            outcome[row] = (3 * columns[1][row]) + (treated[row] ? truth[row] : 0) + (0.5 * random.NextNormal());
        }

        var schema = new FeatureSchema([FeatureDefinition.Numeric("x1"), FeatureDefinition.Numeric("x2"), FeatureDefinition.Categorical("c", ["a", "b"])]);
        return (new UpliftData(FeatureFrame.Of(schema, columns), treated, outcome), truth);
    }
}
