namespace Tessera.ClickHouse;

/// <summary>A database's tables could not be brought to the state that the program needs.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>An exception without details.</summary>
    public MigrationException()
        : this("The migrations failed.")
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What is wrong and what to do, in one sentence.</param>
    public MigrationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">What is wrong and what to do, in one sentence.</param>
    /// <param name="innerException">What caused it.</param>
    public MigrationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
