using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Ingestion.Watching;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>Takes a request of the tracking API in: who sends, what, and answers once it is durable.</summary>
internal sealed class TrackingIntake(
    IEventLog log, SourceDirectory sources, RecordWriter writer, EventFeed feed, IngestionMeter meter, TimeProvider time, ILogger<TrackingIntake> logger)
{
    private const string BasicPrefix = "Basic ";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">The type of the one call in its body; null when the body is a batch.</param>
    public async Task<IResult> AcceptAsync(HttpContext context, CallType? type)
    {
        try
        {
            return await TakeAsync(context, type);
        }
        catch (LogFullException)
        {
            meter.TurnedAway("busy", "More calls wait to become durable than may; senders are told to come again.");
            return new ProblemResult(TrackingProblems.Busy(), RetryAfter);
        }
        catch (IOException failure) when (failure is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            meter.TurnedAway("unavailable", "The event log cannot be written; free space on the disk.");
            logger.LogError(failure, "Tracking calls could not be stored");
            return new ProblemResult(TrackingProblems.NotStored(), RetryAfter);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext context, CallType? type)
    {
        var receivedAt = time.GetUtcNow();
        RequestBody body;
        try
        {
            body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            meter.Refused("malformed");
            return new ProblemResult(TrackingProblems.Unreadable("is not gzip, although Content-Encoding says so"));
        }
        catch (NotSupportedException)
        {
            meter.Refused("malformed");
            return new ProblemResult(TrackingProblems.UnknownEncoding(context.Request.Headers.ContentEncoding.ToString()));
        }

        using (body)
        {
            return await TakeAsync(context, type, body, receivedAt);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext context, CallType? type, RequestBody body, DateTimeOffset receivedAt)
    {
        var problem = "is larger than 500 KB";
        using var parsed = body.IsTooLarge || !ParsedBody.TryParse(body.Bytes, type, out var found, out problem) ? null : found;

        if ((WriteKeyIn(context.Request) ?? parsed?.WriteKey) is not { Length: > 0 } key)
        {
            meter.Refused("unauthorized");
            return new ProblemResult(TrackingProblems.NoWriteKey());
        }

        if (await sources.FindAsync(key, context.RequestAborted) is not { } source)
        {
            meter.Refused("unauthorized");
            return new ProblemResult(TrackingProblems.UnknownWriteKey());
        }

        using var batch = new LogBatch();
        if (parsed is null)
        {
            RecordWriter.WriteRefusal(batch, source, body.Bytes, "the body " + problem, string.Empty, receivedAt);
            await log.AppendAsync(batch);
            meter.Stored(accepted: 0, rejected: 1);
            feed.Show(source.Workspace, batch);
            return new ProblemResult(body.IsTooLarge ? TrackingProblems.BodyTooLarge() : TrackingProblems.Unreadable(problem));
        }

        var refused = writer.Write(batch, source, body.Bytes, parsed, receivedAt);
        await log.AppendAsync(batch);
        meter.Stored(batch.Count - refused.Count, refused.Count);
        feed.Show(source.Workspace, batch);
        return type is not null && parsed.Calls[0].Length > TrackingLimits.CallBytes
            ? new ProblemResult(TrackingProblems.CallTooLarge())
            : TypedResults.Ok(new TrackingAnswer(Success: true, refused.Count > 0 ? refused : null));
    }

    /// <summary>The user name of Basic authentication; null when there is none.</summary>
    private static string? WriteKeyIn(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(BasicPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = authorization.AsSpan(BasicPrefix.Length).Trim();
        var decoded = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, decoded, out var length)
            ? Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2)[0]
            : string.Empty;
    }
}
