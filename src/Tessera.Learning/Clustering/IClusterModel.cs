using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Fitted clusters that say of any row which one it belongs to; the largest comes first.</summary>
public interface IClusterModel : IFittedModel, ISqlModel
{
    /// <summary>The inputs.</summary>
    FeatureSchema Schema { get; }

    /// <summary>Rows of each cluster, falling, [k].</summary>
    IReadOnlyList<int> Sizes { get; }

    /// <summary>The cluster of each row that was learned from, [n]; −1 for none, where the model knows noise.</summary>
    ReadOnlySpan<int> Assignments { get; }

    /// <summary>The cluster of a row, from 0; −1 for none, where the model knows noise.</summary>
    /// <param name="row">The inputs, [d], in the schema's order; none missing.</param>
    int Assign(ReadOnlySpan<double> row);
}
