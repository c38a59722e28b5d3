using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace Tessera.ClickHouse.Transport;

/// <summary>Sends calls over HTTP and tries again where that is safe.</summary>
internal sealed class HttpTransport(HttpClient http, Func<ClickHouseOptions> options, TimeProvider time)
{
    private static readonly Statement Kill = new Statement("KILL QUERY WHERE query_id = {query_id:String} ASYNC")
        .WithoutDatabase()
        .WithTimeout(TimeSpan.FromSeconds(5));

    /// <summary>Sends a call and returns when the engine has begun to answer.</summary>
    /// <exception cref="ClickHouseException">The statement failed.</exception>
    /// <exception cref="ClickHouseUnavailableException">The engine cannot be reached, or did not answer in time.</exception>
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var queryId = call.Statement.QueryId ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("D");
        for (var attempt = 1; ; attempt++)
        {
            var current = options();
            try
            {
                return await SendOnceAsync(call, current, attempt == 1 ? queryId : $"{queryId}.{attempt}", cancellationToken).ConfigureAwait(false);
            }
            catch (ClickHouseException exception) when (attempt < current.Retry.Tries && MayRepeat(call, exception))
            {
                await Task.Delay(current.Retry.DelayAfter(attempt), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool MayRepeat(Call call, ClickHouseException exception) =>
        exception is ClickHouseUnavailableException { NeverSent: true } || (call.IsRepeatable && exception.IsTransient);

    private async Task<Answer> SendOnceAsync(Call call, ClickHouseOptions current, string queryId, CancellationToken cancellationToken)
    {
        var patience = RequestFactory.Limit(call, current) + current.Grace;
        using var request = RequestFactory.Create(call, current, queryId);
        request.Options.Set(ClickHouseClient.IsWrite, call.HasRows || !call.Statement.IsRead);
        using var impatience = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode || HeaderOf(response, "X-ClickHouse-Exception-Code") is not null)
            {
                throw await FailureAsync(response, current, queryId, either.Token).ConfigureAwait(false);
            }

            return await OpenAsync(response, queryId, patience, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            await EndAsync(call, current, queryId).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException exception)
        {
            response?.Dispose();
            throw ClickHouseUnavailableException.AfterSilence(
                $"ClickHouse at {Place(current)} did not answer within {patience.TotalSeconds:0} seconds.", queryId, exception);
        }
        // A connection that is closed right after it was made is a bare SocketException: the runtime does not wrap it.
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            response?.Dispose();
            throw Unreachable(current, queryId, exception);
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Ends a statement that nobody waits for any more. Closing the connection is enough for what reads, and for the embedded engine; a
    /// server goes on with what writes, unless told to end it.
    /// </summary>
    private async Task EndAsync(Call call, ClickHouseOptions current, string queryId)
    {
        if (call.Statement.IsRead)
        {
            return;
        }

        try
        {
            var kill = new Call(Kill.With("query_id", queryId));
            var impatient = current with { Grace = TimeSpan.Zero };
            using var answer = await SendOnceAsync(kill, impatient, $"{queryId}.kill", CancellationToken.None).ConfigureAwait(false);
        }
        catch (ClickHouseException)
        {
            // The caller gave up and is told so; that the engine could not be told as well changes nothing for them.
        }
    }

    private async Task<Answer> OpenAsync(HttpResponseMessage response, string queryId, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is null && response.Headers.TransferEncodingChunked != true && response.Version.Major < 2)
        {
            // Without either, a connection that breaks looks like a result that ends.
            throw new ClickHouseException("The answer states neither its length nor its chunks, so a result cut short could not be told.");
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            body = new GZipStream(body, CompressionMode.Decompress);
        }

        var stated = HeaderOf(response, "X-ClickHouse-Query-Id") ?? queryId;
        return new Answer(response, new ResultStream(body, HeaderOf(response, "X-ClickHouse-Exception-Tag"), stated, patience, time), stated);
    }

    private static async Task<ClickHouseException> FailureAsync(
        HttpResponseMessage response, ClickHouseOptions current, string queryId, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            stream = new GZipStream(stream, CompressionMode.Decompress);
        }

        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        if (ErrorText.Find(text, queryId) is { } error)
        {
            return error;
        }

        var what = $"ClickHouse at {Place(current)} answered {(int)response.StatusCode}"
            + (string.IsNullOrWhiteSpace(text) ? "." : $": {ErrorText.Sentence(text)}");
        if (int.TryParse(HeaderOf(response, "X-ClickHouse-Exception-Code"), System.Globalization.CultureInfo.InvariantCulture, out var code))
        {
            return new ClickHouseException(code, "", what, queryId);
        }

        return response.StatusCode >= HttpStatusCode.InternalServerError
            ? new ClickHouseUnavailableException(what, queryId, null)
            : new ClickHouseException(0, "", what, queryId);
    }

    private static ClickHouseUnavailableException Unreachable(ClickHouseOptions current, string queryId, Exception exception)
    {
        var neverSent = exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
        };
        var message = neverSent
            ? $"ClickHouse at {Place(current)} cannot be reached: {Reason(exception)}."
            : $"The connection to ClickHouse at {Place(current)} was lost before it answered.";
        return new ClickHouseUnavailableException(message, queryId, exception) { NeverSent = neverSent };
    }

    private static string Reason(Exception exception) => exception.GetBaseException().Message.TrimEnd('.');

    private static string Place(ClickHouseOptions current) => current.Endpoint.GetLeftPart(UriPartial.Authority);

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
