using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Columns in comparable units: log(1 + v) where asked for, then mean 0 and population deviation 1.</summary>
internal sealed class StandardScale
{
    private readonly bool log;
    private readonly double[] means;
    private readonly double[] deviations;

    private StandardScale(bool log, double[] means, double[] deviations, FeatureFrame frame)
    {
        this.log = log;
        this.means = means;
        this.deviations = deviations;
        Frame = frame;
    }

    /// <summary>The columns in those units.</summary>
    public FeatureFrame Frame { get; }

    /// <summary>Scales columns of a table.</summary>
    /// <exception cref="CommandFailure">A logarithm does not exist, or a column is constant.</exception>
    public static StandardScale Of(Table table, IReadOnlyList<string> columns, bool log)
    {
        var (means, deviations, scaled) = (new double[columns.Count], new double[columns.Count], new double[columns.Count][]);
        for (var i = 0; i < scaled.Length; i++)
        {
            var values = ((NumericColumn)table[columns[i]]).Values.ToArray();
            if (log)
            {
                var least = values.Min();
                values = least > -1 ? [.. values.Select(value => Math.Log(1 + value))] : throw new CommandFailure($"{columns[i]} has the value {least}, of which log(1 + v) does not exist; leave --log or the column out.");
            }

            means[i] = values.Average();
            deviations[i] = Math.Sqrt(values.Average(value => (value - means[i]) * (value - means[i])));
            scaled[i] = deviations[i] > 0 ? [.. values.Select(value => (value - means[i]) / deviations[i])] : throw new CommandFailure($"{columns[i]} is constant; leave it out of --columns.");
        }

        return new StandardScale(log, means, deviations, FeatureFrame.Numeric(columns, scaled));
    }

    /// <summary>A value in the units of the file.</summary>
    public double Undo(int column, double value)
    {
        var original = (value * deviations[column]) + means[column];
        return log ? Math.Exp(original) - 1 : original;
    }
}
