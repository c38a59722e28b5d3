using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Clustering;

/// <summary>Three normal clusters of unit variance, six and more apart.</summary>
internal static class ThreeBlobs
{
    public const int Count = 3;

    public static FeatureFrame Make(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[][] columns = [new double[rows], new double[rows]];
        for (var row = 0; row < rows; row++)
        {
            (columns[0][row], columns[1][row]) = (((row % 3) * 6) + random.NextNormal(), (row % 3 == 1 ? 8 : 0) + random.NextNormal());
        }

        return FeatureFrame.Numeric(["x", "y"], columns);
    }
}
