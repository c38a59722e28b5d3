using Tessera.Learning.Data;

namespace Tessera.Learning.Linear;

/// <summary>Features as the columns of a linear model: numbers standardised, categories as one column each, missing numbers marked.</summary>
/// <remarks>
/// A row has few entries that are not zero, so rows are kept as lists of them. The first column is the intercept. A missing number
/// is its mean, and a column of its own tells it; a missing category is zero in all of the feature's columns.
/// </remarks>
internal sealed class DesignMatrix
{
    private readonly FeatureFrame features;
    private readonly double[] means;
    private readonly double[] deviations;
    private readonly int[] firstColumn;
    private readonly bool[] marksMissing;

    public DesignMatrix(TrainingSet data)
    {
        features = data.Features;
        var d = features.Schema.Count;
        (means, deviations, firstColumn, marksMissing) = (new double[d], new double[d], new int[d], new bool[d]);
        ColumnCount = 1;
        for (var feature = 0; feature < d; feature++)
        {
            firstColumn[feature] = ColumnCount;
            if (features.Schema[feature].IsCategorical)
            {
                ColumnCount += features.Schema[feature].Categories.Count;
            }
            else
            {
                Standardise(data, feature);
                ColumnCount += marksMissing[feature] ? 2 : 1;
            }
        }
    }

    /// <summary>p, the intercept included.</summary>
    public int ColumnCount { get; }

    /// <summary>n.</summary>
    public int RowCount => features.RowCount;

    /// <summary>The most entries that a row can have.</summary>
    public int LongestRow => 1 + (2 * features.Schema.Count);

    /// <summary>Writes the entries of a row that are not zero; answers with how many they are. Columns ascend.</summary>
    public int CopyRow(int row, Span<int> columns, Span<double> values)
    {
        columns[0] = 0;
        values[0] = 1;
        var count = 1;
        for (var feature = 0; feature < firstColumn.Length; feature++)
        {
            var value = features[feature][row];
            var isMissing = double.IsNaN(value);
            if (features.Schema[feature].IsCategorical)
            {
                if (!isMissing)
                {
                    columns[count] = firstColumn[feature] + (int)value;
                    values[count++] = 1;
                }
            }
            else if (!isMissing)
            {
                columns[count] = firstColumn[feature];
                values[count++] = (value - means[feature]) / deviations[feature];
            }
            else if (marksMissing[feature])
            {
                columns[count] = firstColumn[feature] + 1;
                values[count++] = 1;
            }
        }

        return count;
    }

    /// <summary>The model of some coefficients, in terms of the features themselves.</summary>
    public LinearModel ToModel(double[] coefficients, TrainingSet data, bool isLogistic, Convergence convergence)
    {
        var intercept = coefficients[0];
        var terms = new LinearTerm[firstColumn.Length];
        for (var feature = 0; feature < terms.Length; feature++)
        {
            var first = firstColumn[feature];
            if (features.Schema[feature].IsCategorical)
            {
                terms[feature] = WithMean(new LinearTerm(0, coefficients[first..(first + features.Schema[feature].Categories.Count)], 0, 0), data, feature);
                continue;
            }

            var slope = coefficients[first] / deviations[feature];
            intercept -= slope * means[feature];
            var missing = (slope * means[feature]) + (marksMissing[feature] ? coefficients[first + 1] : 0);
            terms[feature] = WithMean(new LinearTerm(slope, [], missing, 0), data, feature);
        }

        return new LinearModel(features.Schema, intercept, terms, isLogistic, convergence);
    }

    private static LinearTerm WithMean(LinearTerm term, TrainingSet data, int feature)
    {
        var sum = 0.0;
        for (var row = 0; row < data.RowCount; row++)
        {
            sum += data.Weight(row) * term.Of(data.Features[feature][row]);
        }

        return term with { Mean = sum / data.TotalWeight };
    }

    private void Standardise(TrainingSet data, int feature)
    {
        var column = data.Features[feature];
        double weight = 0, sum = 0, squares = 0;
        for (var row = 0; row < column.Length; row++)
        {
            var isMissing = double.IsNaN(column[row]);
            marksMissing[feature] |= isMissing;
            weight += isMissing ? 0 : data.Weight(row);
            sum += isMissing ? 0 : data.Weight(row) * column[row];
        }

        means[feature] = weight > 0 ? sum / weight : 0;
        for (var row = 0; row < column.Length; row++)
        {
            var difference = double.IsNaN(column[row]) ? 0 : column[row] - means[feature];
            squares += data.Weight(row) * difference * difference;
        }

        deviations[feature] = squares > 0 ? Math.Sqrt(squares / weight) : 1;
    }
}
