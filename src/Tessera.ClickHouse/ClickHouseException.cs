namespace Tessera.ClickHouse;

/// <summary>A statement failed in the engine, or the engine could not be reached.</summary>
/// <remarks>The message is one sentence without stack traces, versions or C++ prefixes.</remarks>
public class ClickHouseException : Exception
{
    /// <summary>An exception without details; use the constructor with a code.</summary>
    public ClickHouseException()
        : this("The statement failed.")
    {
    }

    /// <summary>An exception that carries no code of the engine.</summary>
    /// <param name="message">What happened, in one sentence.</param>
    public ClickHouseException(string message)
        : this(message, null)
    {
    }

    /// <summary>An exception that carries no code of the engine.</summary>
    /// <param name="message">What happened, in one sentence.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ClickHouseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The engine's answer to a statement that failed.</summary>
    /// <param name="code">The engine's number for the kind of error, such as 62.</param>
    /// <param name="name">The engine's name for it, such as <c>SYNTAX_ERROR</c>; empty when unknown.</param>
    /// <param name="message">What happened, in one sentence.</param>
    /// <param name="queryId">The id under which the engine ran the statement, or null.</param>
    public ClickHouseException(int code, string name, string message, string? queryId)
        : base(message)
    {
        Code = code;
        Name = name;
        QueryId = queryId;
        IsTransient = TransientCodes.Contains(code);
    }

    /// <summary>The engine's number for the kind of error; 0 when the error did not come from the engine.</summary>
    public int Code { get; }

    /// <summary>The engine's name for the kind of error, such as <c>UNKNOWN_TABLE</c>; empty when unknown.</summary>
    public string Name { get; private protected init; } = "";

    /// <summary>The id under which the engine ran the statement, when there is one.</summary>
    public string? QueryId { get; private protected init; }

    /// <summary>Whether the same statement may well succeed a little later without any change.</summary>
    public bool IsTransient { get; private protected init; }
}
