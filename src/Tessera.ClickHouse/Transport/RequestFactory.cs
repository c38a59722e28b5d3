using System.Globalization;
using System.Text;

namespace Tessera.ClickHouse.Transport;

/// <summary>Makes HTTP requests of calls.</summary>
internal static class RequestFactory
{
    // The engine takes addresses of up to one MiB; ours stay under with room for the rest of the header. Parameters that are longer go into a form.
    private const int LongestAddress = 1_000_000;
    private const int LongestParameters = 100_000;

    /// <summary>The request of one try.</summary>
    /// <exception cref="ArgumentException">A parameter lacks its value, or the parameters are too large together.</exception>
    public static HttpRequestMessage Create(Call call, ClickHouseOptions options, string queryId)
    {
        List<KeyValuePair<string, string>> parameters = [.. call.Statement.ParameterTexts()];
        var areInForm = !call.HasRows && parameters.Sum(parameter => (long)parameter.Value.Length) > LongestParameters;
        var fields = areInForm ? Fields(call, options, queryId) : Fields(call, options, queryId).Concat(parameters);
        var request = new HttpRequestMessage(HttpMethod.Post, Address(call, options, fields))
        {
            Content = areInForm ? Form(call.Statement, parameters) : Body(call, options),
        };
        request.Headers.Add("X-ClickHouse-User", options.User);
        if (options.Password is { } password)
        {
            request.Headers.Add("X-ClickHouse-Key", password);
        }

        if (options.CompressResponses)
        {
            request.Headers.Add("Accept-Encoding", "gzip");
        }

        return request;
    }

    /// <summary>How long a call may run in the engine.</summary>
    public static TimeSpan Limit(Call call, ClickHouseOptions options) => call.Statement.Timeout ?? options.Timeout;

    private static HttpContent Body(Call call, ClickHouseOptions options) => call.Rows switch
    {
        { } rows when options.CompressRequests => new RowsContent(rows),
        { } rows => new ReadOnlyMemoryContent(rows),
        _ when call.Body is { } write => new BlocksContent(write, options.CompressRequests),
        _ => new StringContent(call.Statement.Sql, Encoding.UTF8, "text/plain"),
    };

    private static MultipartFormDataContent Form(Statement statement, List<KeyValuePair<string, string>> parameters)
    {
        MultipartFormDataContent form = new() { { new StringContent(statement.Sql), "query" } };
        foreach (var (name, value) in parameters)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private static Uri Address(Call call, ClickHouseOptions options, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder(options.Endpoint.AbsolutePath.TrimEnd('/')).Append(call.Path);
        var separator = '?';
        foreach (var (name, value) in fields)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return text.Length <= LongestAddress
            ? new Uri(options.Endpoint, text.ToString())
            : throw new ArgumentException(
                $"The statement's parameters make {text.Length} characters, more than the {LongestAddress} that a request may carry; "
                + "put long lists into a table and join it.",
                nameof(call));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(Call call, ClickHouseOptions options, string queryId)
    {
        var statement = call.Statement;
        yield return KeyValuePair.Create("query_id", queryId);
        if (!statement.IsWithoutDatabase)
        {
            yield return KeyValuePair.Create("database", options.Database);
        }

        if (call.HasRows)
        {
            yield return KeyValuePair.Create("query", statement.Sql);
        }

        if (call.Format is { } format)
        {
            yield return KeyValuePair.Create("default_format", format);
        }

        if (call.WaitsForEnd)
        {
            yield return KeyValuePair.Create("wait_end_of_query", "1");
        }

        if (options.CompressResponses)
        {
            yield return KeyValuePair.Create("enable_http_compression", "1");
        }

        if (statement.IsRead)
        {
            // A server goes on with a query whose client has gone, unless told so; the embedded engine never does.
            yield return KeyValuePair.Create("cancel_http_readonly_queries_on_client_close", "1");
        }

        if (!statement.Settings.ContainsKey("max_execution_time"))
        {
            var seconds = (long)Math.Max(1, Math.Ceiling(Limit(call, options).TotalSeconds));
            yield return KeyValuePair.Create("max_execution_time", seconds.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var field in statement.Settings)
        {
            yield return field;
        }
    }
}
