namespace Tessera.Engine;

/// <summary>The engine cannot be started. The message is one sentence for the user: what, where, and what to do.</summary>
public sealed class EngineStartException : Exception
{
    /// <summary>Creates the exception with no more than a general sentence.</summary>
    public EngineStartException()
        : base("The engine could not be started.")
    {
    }

    /// <summary>Creates the exception with the sentence for the user.</summary>
    public EngineStartException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the sentence for the user and what led to it.</summary>
    public EngineStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
