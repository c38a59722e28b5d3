using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Causal;

/// <summary>A fitted mean of uplift trees, or a single one: predicts the expected change of a row's outcome by treatment. Immutable; made by <see cref="UpliftForestTrainer"/>.</summary>
public sealed class UpliftForestModel : MeanOfTreesModel
{
    internal UpliftForestModel(FeatureSchema schema, TreeEnsemble trees)
        : base(schema, trees, Convergence.ClosedForm)
    {
    }
}
