using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Causal;

/// <summary>A fitted mean of uplift trees, or a single one. Immutable; made by <see cref="UpliftForestTrainer"/>.</summary>
public sealed class UpliftForestModel : IExplainable, ISqlModel
{
    private readonly TreeShap shap;

    internal UpliftForestModel(FeatureSchema schema, TreeEnsemble trees)
    {
        Schema = schema;
        Trees = trees;
        shap = new TreeShap(trees);
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>How many trees there are.</summary>
    public int TreeCount => Trees.Roots.Length;

    internal TreeEnsemble Trees { get; }

    /// <summary>The expected change of a row's outcome by treatment.</summary>
    /// <param name="row">The inputs, [d].</param>
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
