namespace Tessera.Learning.Clustering;

/// <summary>In what a cluster differs from the other rows.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Category">The category whose share differs; null for a number.</param>
/// <param name="Inside">The mean, or the share of the category, in the cluster.</param>
/// <param name="Outside">The same among the other rows.</param>
/// <param name="Effect">Cohen's d of a number, h of a share: 0.2 is small, 0.5 medium, 0.8 large; above 0 where the cluster has more.</param>
public sealed record ClusterTrait(string Feature, string? Category, double Inside, double Outside, double Effect);
