using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Boosting;

/// <summary>A fitted sum of trees. Immutable; made by <see cref="BoostingTrainer"/>.</summary>
public sealed class BoostingModel : IExplainable, ISqlModel
{
    private readonly BoostingLoss loss;
    private readonly TreeShap shap;

    internal BoostingModel(FeatureSchema schema, TreeEnsemble trees, ObjectiveParameters objective, Convergence convergence, IReadOnlyList<double> validationLosses)
    {
        Schema = schema;
        Trees = trees;
        Objective = objective;
        Convergence = convergence;
        ValidationLosses = [.. validationLosses];
        loss = objective.Loss();
        shap = new TreeShap(trees);
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>The loss on the validation rows after each tree that was grown; empty where there were none.</summary>
    public IReadOnlyList<double> ValidationLosses { get; }

    /// <summary>How many trees there are.</summary>
    public int TreeCount => Trees.Roots.Length;

    internal TreeEnsemble Trees { get; }

    internal ObjectiveParameters Objective { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => loss.Response(PredictScore(row));

    /// <inheritdoc/>
    public double[] Predict(FeatureFrame features)
    {
        var predictions = PredictScore(features);
        for (var i = 0; i < predictions.Length; i++)
        {
            predictions[i] = loss.Response(predictions[i]);
        }

        return predictions;
    }

    /// <summary>The sum of the trees for one row: log-odds, logarithm of the mean, or the value itself, by the objective.</summary>
    /// <param name="row">The inputs, [d], as in <see cref="Predict(ReadOnlySpan{double})"/>.</param>
    public double PredictScore(ReadOnlySpan<double> row) => Trees.Score(row);

    /// <summary>The same for many rows.</summary>
    /// <param name="features">The rows, n of them.</param>
    /// <returns>The scores, [n].</returns>
    public double[] PredictScore(FeatureFrame features) => Trees.Score(features, WorkSharing.Threads(0));

    /// <inheritdoc/>
    /// <remarks>Exact Shapley values of the score, the game of algorithm 2 in Lundberg, Erion and Lee (2018). O(trees · leaves · depth²).</remarks>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        var values = new double[Schema.Count];
        shap.Explain(row, values);
        return new Explanation(shap.ExpectedScore, values);
    }

    /// <inheritdoc/>
    public string ToSql() => loss.ResponseSql(new TreeSqlCompiler(Schema, Trees).Compile());

    /// <summary>The model of the first trees alone.</summary>
    internal BoostingModel Truncated(int trees) => new(Schema, Trees.First(trees), Objective, Convergence, ValidationLosses);
}
