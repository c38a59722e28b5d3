using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Distances of rows of numbers and categories: squared differences, and γ for each category that differs.</summary>
internal sealed class MixedDistance(FeatureSchema schema, double categoryWeight)
{
    private readonly bool[] isCategory = [.. schema.Features.Select(feature => feature.IsCategorical)];

    public double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < isCategory.Length; i++)
        {
            var difference = first[i] - second[i];
            sum += !isCategory[i] ? difference * difference : difference == 0 ? 0 : categoryWeight;
        }

        return sum;
    }
}
