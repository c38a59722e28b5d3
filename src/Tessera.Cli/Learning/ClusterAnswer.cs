namespace Tessera.Cli.Learning;

/// <summary>What <c>learn cluster</c> found.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rows">Rows clustered.</param>
/// <param name="Columns">What they were clustered by; numbers are standardised (after the logarithm where asked for).</param>
/// <param name="K">How many clusters.</param>
/// <param name="Reason">Why so many.</param>
/// <param name="Inertia">The sum of squared distances of rows to the centres of their clusters, in standardised units; with categories their cost is added.</param>
/// <param name="Silhouette">The mean silhouette; null with fewer than two clusters.</param>
/// <param name="Sizes">Rows of each cluster, falling.</param>
/// <param name="Noise">Rows in no cluster; 0 for all models but hdbscan.</param>
/// <param name="Centres">The centre of each cluster in the units of the file (with the logarithm undone), or the most frequent category.</param>
/// <param name="Traits">What sets each cluster apart, the most striking first.</param>
/// <param name="Tried">What each number of clusters would give, where it was chosen.</param>
/// <param name="Converged">Whether the search came to its end.</param>
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
    int Noise,
    IReadOnlyList<Dictionary<string, object>> Centres,
    IReadOnlyList<IReadOnlyList<string>> Traits,
    IReadOnlyList<ClusterCount> Tried,
    bool Converged,
    IReadOnlyList<string> Notices);

/// <summary>What a number of clusters gives.</summary>
/// <param name="K">How many.</param>
/// <param name="Inertia">Their inertia, cost, or Bayesian information for a mixture.</param>
/// <param name="Silhouette">Their mean silhouette; null with one cluster.</param>
/// <param name="Stability">How far they stay the same on halves of the rows, 1 for entirely; null where not measured.</param>
internal sealed record ClusterCount(int K, double Inertia, double? Silhouette, double? Stability);
