namespace Tessera.Learning.Files;

/// <summary>A model file cannot be read; the message says why, one sentence.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the file.</param>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception around what caused it.</summary>
    /// <param name="message">What is wrong with the file.</param>
    /// <param name="innerException">What caused it.</param>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
