namespace Tessera.Learning.Lifetime;

/// <summary>The model that predicts best what it has not seen, and those it was chosen over.</summary>
/// <param name="Model">The chosen model.</param>
/// <param name="Candidates">All that were considered, best first.</param>
/// <param name="Reason">Why this one, one sentence.</param>
public sealed record LifetimeChoice(ILifetimeModel Model, IReadOnlyList<LifetimeCandidate> Candidates, string Reason) : IFittedModel
{
    /// <inheritdoc/>
    public Convergence Convergence => Model.Convergence;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => Model.Warnings;
}
