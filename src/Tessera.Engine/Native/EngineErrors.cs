namespace Tessera.Engine.Native;

/// <summary>The ClickHouse error codes that this process raises or treats specially.</summary>
internal static class EngineErrors
{
    public const int BadArguments = 36;
    public const int NotImplemented = 48;
    public const int UnknownDatabase = 81;
    public const int SyntaxError = 62;
    public const int ReadOnly = 164;
    public const int RequiredPassword = 194;
    public const int TooManySimultaneousQueries = 202;
    public const int QueryWithSameIdIsAlreadyRunning = 216;
    public const int QueryWasCancelled = 394;
    public const int AuthenticationFailed = 516;
    public const int UnknownException = 1002;

    public static EngineException NotOffered(string message) => new(NotImplemented, "NOT_IMPLEMENTED", message);

    public static EngineException Syntax(string message) => new(SyntaxError, "SYNTAX_ERROR", message);

    public static EngineException BadArgument(string message) => new(BadArguments, "BAD_ARGUMENTS", message);

    public static EngineException AlreadyRuns(string queryId) =>
        new(QueryWithSameIdIsAlreadyRunning, "QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING", $"Query with id = {queryId} is already running.");

    public static EngineException Cancelled() => new(QueryWasCancelled, "QUERY_WAS_CANCELLED", "Query was cancelled.");
}
