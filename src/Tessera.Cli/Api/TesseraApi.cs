using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Tessera.Cli.Api;

/// <summary>The server's API as the commands use it: JSON in and out, a problem is a sentence.</summary>
internal sealed class TesseraApi : IDisposable
{
    private readonly HttpClient http;

    /// <param name="address">Where the server answers.</param>
    /// <param name="token">The bearer token.</param>
    /// <param name="workspace">The workspace to speak to; null: the server's default.</param>
    public TesseraApi(Uri address, string token, string? workspace)
    {
        // An import may take as long as its file is large; what must end has its own limit.
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = !address.IsLoopback })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Workspace = workspace;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (workspace is not null)
        {
            http.DefaultRequestHeaders.Add("Tessera-Workspace", workspace);
        }
    }

    /// <summary>The key of the workspace it speaks to; null: the server's default.</summary>
    public string? Workspace { get; }

    /// <summary>Where the server answers.</summary>
    public Uri Address => http.BaseAddress!;

    /// <exception cref="CommandFailure">The server answered with a problem.</exception>
    public Task<JsonAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, content: null, cancellationToken);

    /// <exception cref="CommandFailure">The server answered with a problem.</exception>
    public Task<JsonAnswer> SendJsonAsync(HttpMethod method, string path, object body, CancellationToken cancellationToken) =>
        SendAsync(
            method, path, new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"), cancellationToken);

    /// <exception cref="CommandFailure">The server answered with a problem.</exception>
    public async Task<JsonAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(method, path, content, cancellationToken);
        return new JsonAnswer(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Copies an answer that is not JSON, as it arrives.</summary>
    /// <exception cref="CommandFailure">The server answered with a problem.</exception>
    public async Task CopyAsync(string path, Stream destination, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(HttpMethod.Get, path, content: null, cancellationToken);
        await response.Content.CopyToAsync(destination, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> OpenAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw new CommandFailure(ProblemSentence(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)));
        }
    }

    /// <summary>All that is wrong with a segment, a line each, with the place where it is its definition.</summary>
    private static string? Segment(JsonElement problem) =>
        problem.Text("code") is "segment-definition-invalid" or "segment-invalid" && problem.List("errors") is { Count: > 0 } errors
            ? string.Join('\n', errors.Select(error => error.Text("line") is { } line ? $"{line}:{error.Text("column")}: {error.Text("message")}" : error.Text("message")))
            : null;

    private static string ProblemSentence(HttpStatusCode status, string body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            if (problem.RootElement.ValueKind == JsonValueKind.Object
                && problem.RootElement.TryGetProperty("detail", out var detail)
                && detail.GetString() is { Length: > 0 } sentence)
            {
                return Segment(problem.RootElement) ?? sentence;
            }
        }
        catch (JsonException)
        {
            // Not a problem of ours: the status has to do.
        }

        return $"The server answered with status {(int)status} and no explanation; is this address a Tessera server?";
    }
}
