using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Rows of complete, finite numbers, row by row.</summary>
internal sealed class Points
{
    private Points(double[] values, int count, int dimensions)
    {
        Values = values;
        Count = count;
        Dimensions = dimensions;
    }

    /// <summary>The values, [n, d].</summary>
    public double[] Values { get; }

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>d.</summary>
    public int Dimensions { get; }

    /// <summary>The point of a row.</summary>
    public ReadOnlySpan<double> this[int row] => Values.AsSpan(row * Dimensions, Dimensions);

    /// <summary>The points of a frame.</summary>
    /// <exception cref="NotEstimableException">A feature is a category, or a value is missing.</exception>
    public static Points Of(FeatureFrame frame)
    {
        var d = frame.Schema.Count;
        var values = new double[frame.RowCount * d];
        for (var feature = 0; feature < d; feature++)
        {
            if (frame.Schema[feature].IsCategorical)
            {
                throw new NotEstimableException($"K-means needs numbers; {frame.Schema[feature].Name} is a category.");
            }

            var column = frame[feature];
            for (var row = 0; row < column.Length; row++)
            {
                values[(row * d) + feature] = double.IsFinite(column[row])
                    ? column[row]
                    : throw new NotEstimableException($"K-means needs a number everywhere; {frame.Schema[feature].Name} has none in row {row + 1}.");
            }
        }

        return new Points(values, frame.RowCount, d);
    }

    /// <summary>The squared distance of two points.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var difference = first[i] - second[i];
            sum += difference * difference;
        }

        return sum;
    }
}
