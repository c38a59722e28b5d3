namespace Tessera.Simulation;

/// <summary>The options of a simulation cannot be used. <see cref="Problems"/> lists every reason, not only the first.</summary>
public sealed class SimulationOptionsException : ArgumentException
{
    /// <summary>Creates the exception from its reasons.</summary>
    /// <param name="problems">One sentence per value that is wrong; at least one.</param>
    public SimulationOptionsException(IReadOnlyList<string> problems)
        : base(string.Join(' ', problems)) => Problems = problems;

    /// <summary>Creates an exception without reasons.</summary>
    public SimulationOptionsException()
        : this([])
    {
    }

    /// <summary>Creates an exception with one reason.</summary>
    /// <param name="message">The reason, a sentence.</param>
    public SimulationOptionsException(string message)
        : this([message])
    {
    }

    /// <summary>Creates an exception with one reason and its cause.</summary>
    /// <param name="message">The reason, a sentence.</param>
    /// <param name="innerException">The cause.</param>
    public SimulationOptionsException(string message, Exception innerException)
        : base(message, innerException) => Problems = [message];

    /// <summary>One sentence per value that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; }
}
