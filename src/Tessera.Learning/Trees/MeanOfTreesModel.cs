using Tessera.Learning.Data;

namespace Tessera.Learning.Trees;

/// <summary>A fitted mean of trees, or a single tree, whatever its leaves stand for. Immutable.</summary>
public abstract class MeanOfTreesModel : IExplainable, ISqlModel
{
    private readonly TreeShap shap;

    private protected MeanOfTreesModel(FeatureSchema schema, TreeEnsemble trees, Convergence convergence)
    {
        Schema = schema;
        Trees = trees;
        Convergence = convergence;
        shap = new TreeShap(trees);
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>How many trees there are.</summary>
    public int TreeCount => Trees.Roots.Length;

    internal TreeEnsemble Trees { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => Trees.Score(row);

    /// <inheritdoc/>
    public double[] Predict(FeatureFrame features) => Trees.Score(features, WorkSharing.Threads(0));

    /// <inheritdoc/>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        var values = new double[Schema.Count];
        shap.Explain(row, values);
        return new Explanation(shap.ExpectedScore, values);
    }

    /// <inheritdoc/>
    public string ToSql() => new TreeSqlCompiler(Schema, Trees).Compile();
}
