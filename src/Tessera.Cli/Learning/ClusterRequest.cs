namespace Tessera.Cli.Learning;

/// <summary>What <c>learn cluster</c> was asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Columns">The columns to cluster by; empty for all that are no identifiers and that the model takes.</param>
/// <param name="Log">Whether log(1 + v) is taken first.</param>
/// <param name="Model">kmeans, gmm, hdbscan or kprototypes.</param>
/// <param name="K">How many clusters; null to choose.</param>
/// <param name="MinimumSize">The least rows of a cluster of hdbscan.</param>
/// <param name="Restarts">Starts of the search.</param>
/// <param name="Seed">Of the starts.</param>
internal sealed record ClusterRequest(string File, IReadOnlyList<string> Columns, bool Log, string Model, int? K, int? MinimumSize, int Restarts, ulong Seed)
{
    /// <summary>Whether the model takes categories.</summary>
    public bool TakesCategories => Model == "kprototypes";
}
