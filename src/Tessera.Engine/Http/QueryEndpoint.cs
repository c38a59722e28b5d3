using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tessera.Engine.Execution;
using Tessera.Engine.Native;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Http;

/// <summary>GET and POST /: one statement in, its result or its error out.</summary>
internal sealed class QueryEndpoint(
    ConnectionPool pool,
    Authentication authentication,
    RunningQueries running,
    QueryLog log,
    string version,
    TimeProvider time,
    ILogger<QueryEndpoint> logger)
{
    private const int LoggedText = 2000;

    public async Task HandleAsync(HttpContext context)
    {
        var queryId = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        QueryRequest? request = null;
        ResponseStream? response = null;
        var entry = new StatementLog();
        var started = time.GetTimestamp();
        try
        {
            authentication.Require(context.Request);
            request = await QueryRequest.ReadAsync(context, queryId);
            await using var stream = response = new ResponseStream(context, request, NewTag());
            await RunAsync(context, request, response, entry, started);
        }
        catch (Exception exception)
        {
            var error = Describe(exception, context);
            entry.Error = error;
            await ReportAsync(context, request, response, queryId, error);
        }
        finally
        {
            if (entry.Kind.Length > 0)
            {
                log.Add(entry.Finish(request!.QueryId, time.GetUtcNow(), time.GetElapsedTime(started)));
            }
        }
    }

    private async Task RunAsync(HttpContext context, QueryRequest request, ResponseStream response, StatementLog entry, long started)
    {
        var cancellation = context.RequestAborted;
        await using var body = RequestBody.Open(context.Request);
        var (text, insert) = await StatementReader.ReadAsync(request.Query, body, cancellation);
        var statement = new StatementText(text);
        entry.Kind = QueryKinds.Of(statement.FirstWord);
        entry.Text = Encoding.UTF8.GetString(statement.Bytes.Span[..Math.Min(statement.Bytes.Length, LoggedText)]);
        if (KillStatement.TryRead(statement, request.Parameters) is { } kill)
        {
            StatementCheck.RequireWritable(request.ReadOnly);
            statement = await KillAsync(kill, request, cancellation);
        }

        Progress progress;
        await using (var lease = await pool.RentAsync(cancellation))
        {
            var query = running.Start(request.QueryId, entry.Text, lease);
            var runner = new StatementRunner(lease, request, response);
            try
            {
                lease.CancelWhen(cancellation);
                await (insert is null ? runner.RunAsync(statement, cancellation) : runner.InsertAsync(insert, body, cancellation));
                lease.Succeeded = true;
            }
            catch (EngineException exception) when (lease.WasCancelled && exception.Code != EngineErrors.QueryWasCancelled)
            {
                throw EngineErrors.Cancelled();
            }
            finally
            {
                progress = entry.Progress = runner.Progress;
                running.End(query);
            }
        }

        // The connection is free again before the client hears that its statement is done.
        await response.CompleteAsync(progress, time.GetElapsedTime(started), cancellation);
    }

    /// <summary>Cancels by the client's identifier and turns the statement into one that says what was cancelled.</summary>
    private async Task<StatementText> KillAsync(KillStatement kill, QueryRequest request, CancellationToken cancellation)
    {
        var victim = running.WithId(kill.QueryId);
        victim?.Cancel();
        if (victim is not null && kill.Wait)
        {
            await victim.Ended.WaitAsync(cancellation);
        }

        request.Parameters["kill_status"] = kill.Wait ? "finished" : "waiting";
        request.Parameters["kill_query_id"] = TabSeparated.Escape(kill.QueryId);
        request.Parameters["kill_query"] = TabSeparated.Escape(victim?.Text ?? "");
        return new StatementText(Encoding.UTF8.GetBytes(
            "SELECT {kill_status:String} AS kill_status, {kill_query_id:String} AS query_id, 'default' AS user, {kill_query:String} AS query"
            + (victim is null ? " WHERE 0" : "")));
    }

    private EngineException Describe(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case EngineException engine:
                return engine;
            case OperationCanceledException or ConnectionResetException or IOException when context.RequestAborted.IsCancellationRequested:
                return EngineErrors.Cancelled();
            case BadHttpRequestException bad:
                return EngineErrors.BadArgument("The request ended early or is malformed: " + bad.Message);
            default:
                logger.LogError(exception, "A request failed in a way that is not the engine's own error");
                return new EngineException(EngineErrors.UnknownException, "UNKNOWN_EXCEPTION", exception.Message);
        }
    }

    private async Task ReportAsync(HttpContext context, QueryRequest? request, ResponseStream? response, string queryId, EngineException error)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        try
        {
            if (response is not null && request is not null)
            {
                await response.FailAsync(error, version);
            }
            else
            {
                await ErrorResponse.WriteAsync(context, error, queryId, version);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client went away while it was told: nothing is left to do for it.
            context.Abort();
        }
    }

    private static string NewTag() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 16);

    /// <summary>What the log will say about a statement, collected while it runs.</summary>
    private sealed class StatementLog
    {
        public string Kind { get; set; } = "";

        public string Text { get; set; } = "";

        public Progress Progress { get; set; }

        public EngineException? Error { get; set; }

        public QueryLogEntry Finish(string queryId, DateTimeOffset endedAt, TimeSpan elapsed) => new(
            queryId, endedAt - elapsed, elapsed.TotalMilliseconds, Kind, Text,
            Progress.ReadRows, Progress.ReadBytes, Progress.WrittenRows, Progress.ResultRows, Error?.Code ?? 0, Error?.Message ?? "");
    }
}
