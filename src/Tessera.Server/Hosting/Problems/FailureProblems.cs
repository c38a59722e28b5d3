using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Tessera.ClickHouse;
using Tessera.Server.Hosting.Analytics;
using Tessera.Server.Hosting.Metadata;

namespace Tessera.Server.Hosting.Problems;

/// <summary>Which problem stands for which failure.</summary>
internal static class FailureProblems
{
    // ClickHouse's own error codes.
    private const int TimeoutExceeded = 159;
    private const int TooDeepStatement = 167;
    private const int TooBigStatement = 168;
    private const int MemoryLimitExceeded = 241;
    private const int NotEnoughSpace = 243;

    private static readonly TimeSpan EngineRetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>The problem that an exception stands for, or null when nobody expected it.</summary>
    public static ProblemException? For(Exception exception, EngineStatus engine) => exception switch
    {
        ProblemException problem => problem,
        ClickHouseUnavailableException { TimedOut: true } => new ProblemException(QueryTimedOut()),
        ClickHouseUnavailableException unreachable when engine.Kind == EngineKind.External => new ProblemException(EngineUnreachable(unreachable)) { RetryAfter = EngineRetryAfter },
        ClickHouseUnavailableException when engine.State == EngineCondition.Failed => new ProblemException(EngineFailed(engine.LastError)),
        BadHttpRequestException malformed => new ProblemException(Malformed(malformed)),
        ClickHouseUnavailableException => new ProblemException(EngineRestarting()) { RetryAfter = EngineRetryAfter },
        ClickHouseException { Code: MemoryLimitExceeded } => new ProblemException(EngineOutOfMemory()),
        ClickHouseException { Code: TimeoutExceeded } => new ProblemException(QueryTimedOut()),
        ClickHouseException { Code: TooDeepStatement or TooBigStatement } => new ProblemException(QuestionTooLarge()),
        ClickHouseException { Code: NotEnoughSpace } => new ProblemException(DiskFull()),
        ClickHouseException { IsTransient: true } => new ProblemException(EngineBusy()) { RetryAfter = EngineRetryAfter },
        _ when DataDirectoryFailure.IsDiskFull(exception) || MetadataFailure.IsDiskFull(exception) => new ProblemException(DiskFull()),
        _ => null,
    };

    /// <summary>For an answer that carries nothing but its status.</summary>
    public static Problem ForStatus(HttpContext context)
    {
        var request = $"{context.Request.Method} {context.Request.Path}";
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new Problem(404, "not-found", "Not found", $"{request} leads nowhere."),
            StatusCodes.Status405MethodNotAllowed => new Problem(405, "method-not-allowed", "Method not allowed", $"{request} is not offered; /openapi/v1.json lists what is."),
            StatusCodes.Status413PayloadTooLarge => new Problem(413, "request-too-large", "Request too large", $"The body of {request} is larger than this endpoint takes."),
            StatusCodes.Status415UnsupportedMediaType => new Problem(415, "media-type-unsupported", "Media type not supported", $"{request} reads application/json; set the header Content-Type."),
            var status => new Problem(status, "refused", "Request refused", $"{request} was refused with status {status}."),
        };
    }

    public static Problem UnknownEndpoint(HttpRequest request) => new(
        StatusCodes.Status404NotFound,
        "endpoint-not-found",
        "No such endpoint",
        $"There is no {request.Method} {request.Path}; /openapi/v1.json lists every endpoint.");

    public static Problem Unexpected(string trace) => new(
        StatusCodes.Status500InternalServerError,
        "unexpected-error",
        "Something went wrong in the server",
        $"The server's log has the details under \"{trace}\"; please report them if this happens again.");

    private static Problem EngineRestarting() => new(
        StatusCodes.Status503ServiceUnavailable,
        "engine-restarting",
        "The engine is restarting",
        "The analytical engine stopped and is being started again; nothing acknowledged is lost, try again in a few seconds.");

    private static Problem EngineUnreachable(ClickHouseUnavailableException exception) => new(
        StatusCodes.Status503ServiceUnavailable,
        "engine-unreachable",
        "The ClickHouse server cannot be reached",
        $"{exception.Message.TrimEnd('.')}; see that it runs and that TESSERA_CLICKHOUSE_URL still leads to it, then try again.");

    private static Problem EngineFailed(string? reason) => new(
        StatusCodes.Status503ServiceUnavailable,
        "engine-failed",
        "The engine does not start",
        $"The analytical engine could not be started again: {reason?.TrimEnd('.')}; it is tried again every ten seconds, so mend that and go on.");

    private static Problem EngineBusy() => new(
        StatusCodes.Status503ServiceUnavailable,
        "engine-busy",
        "The engine is busy",
        "The analytical engine has too much to do at the moment; try again in a few seconds.");

    private static Problem EngineOutOfMemory() => new(
        StatusCodes.Status503ServiceUnavailable,
        "engine-memory-limit",
        "Question too large for the engine's memory",
        "Answering this needs more memory than the engine may use; ask for less at once, or start the server with a larger --engine-memory.");

    private static Problem QuestionTooLarge() => new(
        StatusCodes.Status400BadRequest,
        "question-too-large",
        "Question too large",
        "This asks about more at once than the engine reads in one question; leave conditions out, or name several values in one condition.");

    private static Problem QueryTimedOut() => new(
        StatusCodes.Status504GatewayTimeout,
        "query-timed-out",
        "Question took too long",
        "The engine gave up on this question after its time limit; ask for less at once, or try again when the machine is less busy.");

    private static Problem DiskFull() => new(
        StatusCodes.Status507InsufficientStorage,
        "disk-full",
        "Disk full",
        "The disk that holds the data directory is full; free some space and try again.");

    private static Problem Malformed(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new Problem(413, "request-too-large", "Request too large", "The body is larger than this endpoint takes."),
        StatusCodes.Status415UnsupportedMediaType => new Problem(415, "media-type-unsupported", "Media type not supported", "Send the body as application/json and set the header Content-Type."),
        var status => new Problem(status, "request-malformed", "Request not understood", Describe(exception)),
    };

    private static string Describe(BadHttpRequestException exception) => exception.InnerException is JsonException json
        ? $"The body is not what this endpoint reads: {Describe(json)} (at {(string.IsNullOrEmpty(json.Path) ? "$" : json.Path)})."
        : Missing(exception.Message) is { } parameter ? $"The parameter \"{parameter}\" is missing."
        : $"{FirstSentence(exception.Message)}.";

    // The framework names the parameter's type in our language.
    private static string? Missing(string message) =>
        Regex.Match(message, "^Required parameter \"[^\"]* (?<name>[^\" ]+)\" was not provided", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            is { Success: true } match ? match.Groups["name"].Value : null;

    // The serializer names our classes; the caller knows only the member, which stands behind.
    private static string Describe(JsonException json) =>
        json.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? "a value has the wrong type"
            : Regex.Replace(FirstSentence(json.Message), "[Tt]ype '[^']*'", "this request", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string FirstSentence(string message) => message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.', ' ');
}
