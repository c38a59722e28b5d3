namespace Tessera.Learning;

/// <summary>The data at hand cannot carry the model or quantity that was asked for.</summary>
/// <remarks>The message is one sentence for a person: what cannot be estimated, what was found, and what would be needed.</remarks>
public sealed class NotEstimableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be estimated, and why.</param>
    public NotEstimableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception around what caused it.</summary>
    /// <param name="message">What cannot be estimated, and why.</param>
    /// <param name="innerException">What caused it.</param>
    public NotEstimableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
