namespace Tessera.Learning;

/// <summary>An optimiser stopped before it reached an optimum. The last state is attached; no model is made of it.</summary>
public sealed class NotConvergedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What did not converge, and what to do, one sentence.</param>
    /// <param name="lastState">Where the optimiser stopped.</param>
    /// <param name="lastParameters">The parameters there, by name.</param>
    public NotConvergedException(string message, Convergence lastState, IReadOnlyDictionary<string, double> lastParameters)
        : base(message)
    {
        LastState = lastState;
        LastParameters = lastParameters;
    }

    /// <summary>Where the optimiser stopped.</summary>
    public Convergence LastState { get; }

    /// <summary>The parameters there, by name; empty where they are too many to name.</summary>
    public IReadOnlyDictionary<string, double> LastParameters { get; }
}
