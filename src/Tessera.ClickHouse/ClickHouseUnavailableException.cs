namespace Tessera.ClickHouse;

/// <summary>The engine could not be reached, went away, or did not answer or finish its answer in time.</summary>
/// <remarks>
/// Whether a statement that changes something took effect is then unknown. Results are never cut short silently: a stream of
/// rows that breaks off ends with this exception.
/// </remarks>
public sealed class ClickHouseUnavailableException : ClickHouseException
{
    /// <summary>An exception without details.</summary>
    public ClickHouseUnavailableException()
        : this("ClickHouse cannot be reached.")
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened, in one sentence.</param>
    public ClickHouseUnavailableException(string message)
        : this(message, null)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">What happened, in one sentence.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ClickHouseUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
        Name = "UNAVAILABLE";
        IsTransient = true;
    }

    /// <summary>Whether the statement certainly never reached the engine, so that repeating it is safe whatever it does.</summary>
    public bool NeverSent { get; internal init; }

    /// <summary>
    /// Whether the engine was reached and then said nothing for longer than the statement's limit and its grace. Such a statement may still be
    /// running: it is not sent again, and <see cref="ClickHouseException.IsTransient"/> is false.
    /// </summary>
    public bool TimedOut { get; private init; }

    internal ClickHouseUnavailableException(string message, string? queryId, Exception? innerException)
        : this(message, innerException) => QueryId = queryId;

    /// <summary>The engine was waited for in vain.</summary>
    internal static ClickHouseUnavailableException AfterSilence(string message, string queryId, Exception innerException) =>
        new(message, queryId, innerException) { TimedOut = true, IsTransient = false };
}
