using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Hosting.Problems;

/// <summary>Makes a problem of whatever goes wrong with a request, so that every answer from 400 up has the same form.</summary>
internal sealed class FailureAnswers(RequestDelegate next, IAnalyticalEngine engine, ILogger<FailureAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, ContentType: null, ContentLength: null or 0, StatusCode: >= 400 })
            {
                await new ProblemResult(FailureProblems.ForStatus(context)).ExecuteAsync(context);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: there is nobody to answer.
            context.Abort();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception);
        }
        catch (Exception exception)
        {
            // Half an answer is on its way: breaking the connection is the only way left to say that it is not whole.
            logger.LogWarning(exception, "{Method} {Path} broke off", context.Request.Method, context.Request.Path);
            context.Abort();
        }
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        var failure = FailureProblems.For(exception, engine.Status);
        if (failure is null)
        {
            var trace = Activity.Current?.Id ?? context.TraceIdentifier;
            logger.LogError(exception, "{Method} {Path} failed ({Trace})", context.Request.Method, context.Request.Path, trace);
            failure = new ProblemException(FailureProblems.Unexpected(trace));
        }

        var headers = context.Response.Headers.ToList();
        context.Response.Clear();
        foreach (var header in headers.Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || header.Key == "Content-Security-Policy"))
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        return new ProblemResult(failure.Problem, failure.RetryAfter).ExecuteAsync(context);
    }
}
