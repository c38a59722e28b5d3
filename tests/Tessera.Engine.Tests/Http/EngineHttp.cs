using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Tessera.Engine.Tests.Http;

/// <summary>Requests spelled out, so that tests read as what goes over the wire.</summary>
internal static class EngineHttp
{
    public static Task<EngineAnswer> PostAsync(this HttpClient http, string sql, string query = "") =>
        http.SendAsync(query, new StringContent(sql), null);

    public static Task<EngineAnswer> InsertAsync(this HttpClient http, string head, byte[] data, string query = "") =>
        http.SendAsync($"query={Uri.EscapeDataString(head)}&{query}", new ByteArrayContent(data), null);

    public static async Task<EngineAnswer> SendAsync(this HttpClient http, string query, HttpContent content, Action<HttpRequestHeaders>? headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/?" + query, UriKind.Relative)) { Content = content };
        headers?.Invoke(request.Headers);
        using var response = await http.SendAsync(request);
        return await ReadAsync(response);
    }

    public static async Task<EngineAnswer> GetAnswerAsync(this HttpClient http, string pathAndQuery)
    {
        using var response = await http.GetAsync(new Uri(pathAndQuery, UriKind.Relative));
        return await ReadAsync(response);
    }

    private static async Task<EngineAnswer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var body = await response.Content.ReadAsByteArrayAsync();
        var code = headers.TryGetValue("X-ClickHouse-Exception-Code", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        return new EngineAnswer(response.StatusCode, code, body, headers);
    }

    internal sealed record EngineAnswer(HttpStatusCode Status, int Code, byte[] Body, IReadOnlyDictionary<string, string> Headers)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Body);

        /// <summary>The text of a success; fails the test with the engine's own words otherwise.</summary>
        public string Ok()
        {
            Status.ShouldBe(HttpStatusCode.OK, Text);
            return Text;
        }

        public void ShouldFail(int code, HttpStatusCode status)
        {
            Code.ShouldBe(code, Text);
            Status.ShouldBe(status, Text);
        }
    }
}
