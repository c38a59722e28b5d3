namespace Tessera.Cli.Learning;

/// <summary>What <c>learn cluster</c> was asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Columns">The columns to cluster by; empty for all numbers that are no identifiers.</param>
/// <param name="Log">Whether log(1 + v) is taken first.</param>
/// <param name="K">How many clusters; null to choose.</param>
/// <param name="Restarts">Starts of K-means.</param>
/// <param name="Seed">Of the starts.</param>
internal sealed record ClusterRequest(string File, IReadOnlyList<string> Columns, bool Log, int? K, int Restarts, ulong Seed);
