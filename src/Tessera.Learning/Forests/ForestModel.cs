using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Forests;

/// <summary>A fitted mean of trees, or a single tree. Immutable; made by <see cref="ForestTrainer"/>.</summary>
public sealed class ForestModel : MeanOfTreesModel
{
    internal ForestModel(FeatureSchema schema, TreeEnsemble trees, Convergence convergence)
        : base(schema, trees, convergence)
    {
    }
}
