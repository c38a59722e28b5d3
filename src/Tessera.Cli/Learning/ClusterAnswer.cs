namespace Tessera.Cli.Learning;

/// <summary>What <c>learn cluster</c> found.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rows">Rows clustered.</param>
/// <param name="Columns">What they were clustered by, each standardised (after the logarithm where asked for).</param>
/// <param name="K">How many clusters.</param>
/// <param name="Reason">Why so many.</param>
/// <param name="Inertia">The sum of squared distances to the centres, in standardised units.</param>
/// <param name="Silhouette">The mean silhouette.</param>
/// <param name="Sizes">Rows of each cluster, falling.</param>
/// <param name="Centres">The centre of each cluster in the units of the file (with the logarithm undone).</param>
/// <param name="Tried">What each number of clusters would give, where it was chosen.</param>
/// <param name="Converged">Whether no row changes its cluster any more.</param>
/// <param name="Notices">What a person should know.</param>
internal sealed record ClusterAnswer(
    string Model,
    int Rows,
    IReadOnlyList<string> Columns,
    int K,
    string Reason,
    double Inertia,
    double? Silhouette,
    IReadOnlyList<int> Sizes,
    IReadOnlyList<Dictionary<string, double>> Centres,
    IReadOnlyList<ClusterCount> Tried,
    bool Converged,
    IReadOnlyList<string> Notices);

/// <summary>What a number of clusters gives.</summary>
/// <param name="K">How many.</param>
/// <param name="Inertia">Their inertia.</param>
/// <param name="Silhouette">Their mean silhouette.</param>
internal sealed record ClusterCount(int K, double Inertia, double Silhouette);
