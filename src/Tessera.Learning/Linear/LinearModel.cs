using System.Text;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Linear;

/// <summary>A fitted sum of one term per feature, for a probability through the logistic function or for a mean as it is. Immutable.</summary>
public sealed class LinearModel : IExplainable, ISqlModel
{
    private readonly LinearTerm[] terms;

    internal LinearModel(FeatureSchema schema, double intercept, LinearTerm[] terms, bool isLogistic, Convergence convergence)
    {
        Schema = schema;
        Intercept = intercept;
        this.terms = terms;
        IsLogistic = isLogistic;
        Convergence = convergence;
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>The score before any feature adds to it.</summary>
    public double Intercept { get; }

    /// <summary>Whether the prediction is the logistic function of the score rather than the score.</summary>
    public bool IsLogistic { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        var score = Intercept;
        for (var feature = 0; feature < terms.Length; feature++)
        {
            score += terms[feature].Of(row[feature]);
        }

        return IsLogistic ? 1 / (1 + Math.Exp(-score)) : score;
    }

    /// <inheritdoc/>
    public double[] Predict(FeatureFrame features)
    {
        var predictions = new double[features.RowCount];
        Array.Fill(predictions, Intercept);
        for (var feature = 0; feature < terms.Length; feature++)
        {
            var column = features[feature];
            for (var row = 0; row < predictions.Length; row++)
            {
                predictions[row] += terms[feature].Of(column[row]);
            }
        }

        for (var row = 0; row < predictions.Length && IsLogistic; row++)
        {
            predictions[row] = 1 / (1 + Math.Exp(-predictions[row]));
        }

        return predictions;
    }

    /// <inheritdoc/>
    /// <remarks>Of a sum the Shapley values are each term less its mean. O(d).</remarks>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        var contributions = new double[terms.Length];
        for (var feature = 0; feature < terms.Length; feature++)
        {
            contributions[feature] = terms[feature].Of(row[feature]) - terms[feature].Mean;
        }

        return new Explanation(Intercept + terms.Sum(term => term.Mean), contributions);
    }

    /// <inheritdoc/>
    public string ToSql()
    {
        var sql = new StringBuilder(SqlText.Number(Intercept));
        for (var feature = 0; feature < terms.Length; feature++)
        {
            sql.Append("\n+ ").Append(Term(Schema[feature], terms[feature]));
        }

        return IsLogistic ? $"1 / (1 + exp(-({sql})))" : sql.ToString();
    }

    internal IReadOnlyList<LinearTerm> Terms => terms;

    /// <summary>What each unit of a numeric feature adds to the score.</summary>
    internal double Slope(int feature) => terms[feature].Slope;

    private static string Term(FeatureDefinition feature, LinearTerm term)
    {
        var name = SqlText.Name(feature.Name);
        if (!feature.IsCategorical)
        {
            return $"if(isNaN(ifNull(toFloat64({name}), nan)), {SqlText.Number(term.Missing)}, {SqlText.Number(term.Slope)} * ifNull(toFloat64({name}), 0.0))";
        }

        if (feature.Categories.Count == 0)
        {
            return SqlText.Number(term.Missing);
        }

        var from = string.Join(", ", feature.Categories.Select(SqlText.Text));
        var to = string.Join(", ", term.ByCategory.Select(SqlText.Number));
        return $"if(isNull({name}), {SqlText.Number(term.Missing)}, transform(ifNull(toString({name}), ''), [{from}], [{to}], {SqlText.Number(term.Missing)}))";
    }
}
