using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Rows of complete, finite numbers, row by row.</summary>
internal sealed class Points
{
    internal Points(double[] values, int count, int dimensions)
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
                throw new NotEstimableException($"Clustering needs numbers; {frame.Schema[feature].Name} is a category.");
            }

            var column = frame[feature];
            for (var row = 0; row < column.Length; row++)
            {
                values[(row * d) + feature] = double.IsFinite(column[row])
                    ? column[row]
                    : throw new NotEstimableException($"Clustering needs a number everywhere; {frame.Schema[feature].Name} has none in row {row + 1}.");
            }
        }

        return new Points(values, frame.RowCount, d);
    }

    /// <summary>The points of a frame with categories: one coordinate per category, so that two that differ are √weight apart.</summary>
    public static Points Of(FeatureFrame frame, double categoryWeight)
    {
        if (frame.Schema.Features.All(feature => !feature.IsCategorical))
        {
            return Of(frame);
        }

        var side = Math.Sqrt(categoryWeight / 2);
        var columns = new List<double[]>();
        for (var feature = 0; feature < frame.Schema.Count; feature++)
        {
            var values = frame[feature].ToArray();
            columns.AddRange(frame.Schema[feature].IsCategorical
                ? Enumerable.Range(0, frame.Schema[feature].Categories.Count).Select(code => values.Select(value => value == code ? side : 0).ToArray())
                : [values]);
        }

        return Of(FeatureFrame.Numeric(Enumerable.Range(0, columns.Count).Select(column => $"column {column}"), columns));
    }

    /// <summary>Refuses fewer points that differ than there are to be clusters.</summary>
    /// <exception cref="NotEstimableException">They are fewer.</exception>
    public void RequireDistinct(int clusters)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < Count && distinct.Count < clusters; row++)
        {
            distinct.Add(string.Join(' ', this[row].ToArray().Select(value => BitConverter.DoubleToInt64Bits(value + 0.0))));
        }

        if (distinct.Count < clusters)
        {
            throw new NotEstimableException($"{clusters} clusters need as many rows that differ; there are {distinct.Count}.");
        }
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
