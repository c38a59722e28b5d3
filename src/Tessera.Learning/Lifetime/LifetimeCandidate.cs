namespace Tessera.Learning.Lifetime;

/// <summary>One model that was considered.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Model">The model fitted on all data; null where it could not be fitted.</param>
/// <param name="HoldoutLogLikelihood">Its log-likelihood on what it had not seen; null where there is none.</param>
/// <param name="Problem">Why there is no likelihood; null where there is one.</param>
public sealed record LifetimeCandidate(string Name, ILifetimeModel? Model, double? HoldoutLogLikelihood, string? Problem);
