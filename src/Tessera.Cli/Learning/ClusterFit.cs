using Tessera.Learning;

namespace Tessera.Cli.Learning;

/// <summary>Clusters of rows, whatever the model.</summary>
/// <param name="Assignments">The cluster of each row, from 0; −1 for none.</param>
/// <param name="Sizes">Rows of each cluster, falling.</param>
/// <param name="Model">The model.</param>
/// <param name="Reason">Why so many clusters.</param>
/// <param name="Tried">What other numbers would give.</param>
internal sealed record ClusterFit(int[] Assignments, IReadOnlyList<int> Sizes, IFittedModel Model, string Reason, IReadOnlyList<ClusterCount> Tried);
