using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Tessera.Engine.Execution;
using Tessera.Engine.Native;

namespace Tessera.Engine.Http;

/// <summary>What a request says beside the statement's own text.</summary>
internal sealed class QueryRequest
{
    // Settings of the HTTP interface itself: honoured here or without effect, never passed to the engine.
    private static readonly HashSet<string> OwnNames = new(StringComparer.Ordinal)
    {
        "query", "database", "user", "password", "query_id", "default_format", "quota_key", "stacktrace", "buffer_size",
        "enable_http_compression", "http_zlib_compression_level", "wait_end_of_query", "readonly", "log_comment", "client_protocol_version",
        "send_progress_in_http_headers", "http_headers_progress_interval_ms", "http_write_exception_in_output_format",
        "cancel_http_readonly_queries_on_client_close", "http_make_head_request", "http_wait_end_of_query", "http_response_buffer_size",
    };

    // Parameters may be lists of hundreds of thousands of ids.
    private static readonly FormOptions FormLimits = new() { ValueLengthLimit = 128 * 1024 * 1024, BufferBodyLengthLimit = 256 * 1024 * 1024 };

    private static readonly string[] NotOffered = ["session_id", "session_timeout", "session_check", "close_session", "role", "compress", "decompress"];

    private QueryRequest(HttpContext context, string queryId)
    {
        var url = context.Request.Query;
        QueryId = Text(url, "query_id") is { Length: > 0 } given ? given : queryId;
        Query = Encoding.UTF8.GetBytes(Text(url, "query") ?? "");
        Database = First(Text(url, "database"), context.Request.Headers[Headers.Database]) ?? ConnectionSettings.InitialDatabase;
        Format = First(context.Request.Headers[Headers.Format], Text(url, "default_format"));
        if (Format is not null && Format.Any(character => !char.IsAsciiLetterOrDigit(character)))
        {
            // A format's name becomes part of a statement, so it must not be able to be anything but a name.
            throw new EngineException(73, "UNKNOWN_FORMAT", $"Unknown format {Format}.");
        }

        Compress = IsTrue(Text(url, "enable_http_compression"));
        WaitEndOfQuery = IsTrue(Text(url, "wait_end_of_query")) || IsTrue(Text(url, "http_wait_end_of_query"));
        ReadOnly = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            || Text(url, "readonly") is not (null or "" or "0");
        foreach (var (name, values) in url)
        {
            Add(name, values[^1] ?? "");
        }
    }

    public string QueryId { get; }

    public byte[] Query { get; private set; }

    public string Database { get; }

    /// <summary>The format of the result, or of inserted data, when the statement does not name one.</summary>
    public string? Format { get; }

    public bool Compress { get; }

    /// <summary>Whether the response must not start before the statement has succeeded.</summary>
    public bool WaitEndOfQuery { get; }

    /// <summary>Whether only statements that change nothing are allowed: every GET, and readonly in the address.</summary>
    public bool ReadOnly { get; }

    public Dictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads address, headers and, when the body is a form, the statement and parameters in it.</summary>
    /// <exception cref="EngineException">The request asks for something that is not offered.</exception>
    public static async Task<QueryRequest> ReadAsync(HttpContext context, string queryId)
    {
        var request = new QueryRequest(context, queryId);
        if (context.Request.HasFormContentType && context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            var form = await context.Request.ReadFormAsync(FormLimits, context.RequestAborted);
            if (form.Files.Count > 0)
            {
                throw EngineErrors.NotOffered("External tables are not offered by the embedded engine.");
            }

            foreach (var (name, values) in form)
            {
                if (name == "query")
                {
                    request.Query = Encoding.UTF8.GetBytes(values[^1] ?? "");
                }
                else
                {
                    request.Add(name, values[^1] ?? "");
                }
            }
        }

        return request;
    }

    private void Add(string name, string value)
    {
        if (name.StartsWith("param_", StringComparison.Ordinal))
        {
            Parameters[name["param_".Length..]] = value;
        }
        else if (NotOffered.Contains(name, StringComparer.Ordinal))
        {
            if (value is not ("" or "0"))
            {
                throw EngineErrors.NotOffered($"'{name}' is not offered by the embedded engine.");
            }
        }
        else if (!OwnNames.Contains(name))
        {
            Settings[name] = value;
        }
    }

    private static string? Text(IQueryCollection url, string name) => url.TryGetValue(name, out var values) ? values[^1] : null;

    private static string? First(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrEmpty(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool IsTrue(string? value) => value is "1" or "true";
}
