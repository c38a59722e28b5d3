namespace Tessera.Learning;

/// <summary>What an estimator returns: immutable, and able to say how its fit ended.</summary>
public interface IFittedModel
{
    /// <summary>How the fit ended. A closed-form fit reports <see cref="Learning.Convergence.ClosedForm"/>.</summary>
    Convergence Convergence { get; }

    /// <summary>What a person should know before trusting the model, one sentence each; empty when there is nothing.</summary>
    IReadOnlyList<string> Warnings { get; }
}
