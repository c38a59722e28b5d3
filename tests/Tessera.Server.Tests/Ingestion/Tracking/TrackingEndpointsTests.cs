using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Tests.Ingestion.Tracking;

/// <summary>The tracking API as senders meet it, down to what stands in the log when they are answered.</summary>
[Collection(SharedServer.Name)]
public sealed class TrackingEndpointsTests(ServerFixture server) : IDisposable
{
    private readonly HttpClient client = server.AnonymousClient();

    private string WriteKey => File.ReadAllText(Path.Combine(server.DataDirectory, "write.key")).Trim();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("track", """{ "event": "x", "userId": "u" }""")]
    [InlineData("t", """{ "event": "x", "userId": "u" }""")]
    [InlineData("identify", """{ "userId": "u" }""")]
    [InlineData("i", """{ "userId": "u" }""")]
    [InlineData("page", """{ "anonymousId": "u" }""")]
    [InlineData("p", """{ "anonymousId": "u" }""")]
    [InlineData("screen", """{ "anonymousId": "u" }""")]
    [InlineData("s", """{ "anonymousId": "u" }""")]
    [InlineData("group", """{ "userId": "u", "groupId": "g" }""")]
    [InlineData("g", """{ "userId": "u", "groupId": "g" }""")]
    [InlineData("alias", """{ "userId": "u", "previousId": "p" }""")]
    [InlineData("a", """{ "userId": "u", "previousId": "p" }""")]
    [InlineData("batch", """{ "batch": [ { "type": "page", "userId": "u" } ] }""")]
    [InlineData("b", """{ "batch": [ { "type": "page", "userId": "u" } ] }""")]
    public async Task Post_ToEachAddress_IsDurableWhenAnswered(string path, string body)
    {
        var id = $"address-{path}";
        using var response = await PostAsync(path, body.Replace("\"userId\"", $"\"messageId\": \"{id}\", \"userId\"", StringComparison.Ordinal)
            .Replace("\"anonymousId\"", $"\"messageId\": \"{id}\", \"anonymousId\"", StringComparison.Ordinal));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("success").GetBoolean().ShouldBeTrue();
        (await RecordsAsync(record => record.MessageId == id)).ShouldHaveSingleItem().Workspace.ShouldBe("default");
    }

    [Fact]
    public async Task Post_WriteKeyInTheBodyAsText_IsTakenAsSendBeaconSendsIt()
    {
        using var content = new StringContent($$"""{ "event": "x", "userId": "u", "messageId": "beacon", "writeKey": "{{WriteKey}}" }""", Encoding.UTF8, "text/plain");
        using var response = await client.PostAsync("/v1/t", content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RecordsAsync(record => record.MessageId == "beacon")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_Gzip_IsUnpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("""{ "event": "x", "userId": "u", "messageId": "packed" }"""u8.ToArray());
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await PostAsync("track", content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RecordsAsync(record => record.MessageId == "packed")).Count.ShouldBe(1);

        using var broken = new ByteArrayContent(packed.ToArray()[..^4]);
        broken.Headers.ContentEncoding.Add("gzip");
        using var refused = await PostAsync("track", broken);
        await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "body-malformed");
    }

    [Fact]
    public async Task Post_AGzipBomb_IsCutOffAt500Kilobytes()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[50_000_000]);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await PostAsync("batch", content);
        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "body-too-large");
    }

    [Fact]
    public async Task Post_InvalidCalls_AreAnsweredWithTheirReasonsAndKeptAside()
    {
        using var response = await PostAsync("batch", """{ "batch": [ { "type": "track", "event": "ok", "userId": "u" }, { "type": "track", "userId": "kept-aside" } ] }""");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rejected").EnumerateArray().ShouldHaveSingleItem();
        refused.GetProperty("index").GetInt32().ShouldBe(1);
        refused.GetProperty("reason").GetString().ShouldBe("a track call needs an event");
        (await RecordsAsync(record => record.Type == CallType.Rejected && Encoding.UTF8.GetString(record.Json.Span).Contains("kept-aside", StringComparison.Ordinal)))
            .ShouldHaveSingleItem().Field.ShouldBe("event");
    }

    [Fact]
    public async Task Post_NotJson_IsABadRequestAndKeptAside()
    {
        using var response = await PostAsync("track", "unheard-of nonsense");
        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "body-malformed")).ShouldContain("not JSON");
        (await RecordsAsync(record => Encoding.UTF8.GetString(record.Json.Span) == "unheard-of nonsense")).ShouldHaveSingleItem().Reason.ShouldContain("not JSON");
    }

    [Fact]
    public async Task Post_TooLarge_IsABadRequest()
    {
        var call = $$"""{ "event": "x", "userId": "u", "properties": { "p": "{{new string('x', 33_000)}}" } }""";
        using var single = await PostAsync("track", call);
        await single.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "call-too-large");
        using var batch = await PostAsync("batch", $$"""{ "batch": [ {{string.Join(',', Enumerable.Repeat(call, 20))}} ] }""");
        await batch.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "body-too-large");
    }

    [Theory]
    [InlineData(10_000, HttpStatusCode.OK)]
    [InlineData(10_001, HttpStatusCode.BadRequest)]
    public async Task Post_OfManyTinyCalls_IsKeptAsideWhole_SoThatItDoesNotGrow(int count, HttpStatusCode expected)
    {
        using var response = await PostAsync("batch", $$"""{ "batch": [{{string.Join(',', Enumerable.Repeat('1', count))}}] }""");
        response.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.OK)
        {
            (await response.ShouldBeProblemAsync(expected, "body-malformed")).ShouldContain("more than 10,000 calls");
        }
    }

    [Fact]
    public async Task Post_WithoutOrWithAnUnknownWriteKey_IsRefused()
    {
        using var content = new StringContent("""{ "event": "x", "userId": "u" }""");
        using var none = await client.PostAsync("/v1/track", content);
        await none.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "write-key-missing");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/track") { Content = new StringContent("""{ "event": "x", "userId": "u" }""") };
        request.Headers.Authorization = Basic("tsr_write_nobody");
        using var unknown = await client.SendAsync(request);
        await unknown.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "write-key-unknown");
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsAllowed_AndNothingElseIs()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/batch");
        preflight.Headers.Add("Origin", "https://shop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var allowed = await client.SendAsync(preflight);
        allowed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        allowed.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["authorization,content-type"]);

        using var post = await PostAsync("track", """{ "event": "x", "userId": "u" }""");
        post.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var elsewhere = await client.GetAsync("/api/workspaces");
        elsewhere.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Settings_OfAKnownKey_SendTheSdkHere()
    {
        var settings = await client.GetFromJsonAsync<JsonElement>($"/v1/projects/{WriteKey}/settings");
        var segment = settings.GetProperty("integrations").GetProperty("Segment.io");
        segment.GetProperty("apiKey").GetString().ShouldBe(WriteKey);
        segment.GetProperty("apiHost").GetString().ShouldBe($"{server.Address.Authority}/v1");
        segment.GetProperty("protocol").GetString().ShouldBe("http");
        using var unknown = await client.GetAsync("/v1/projects/nobody/settings");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "source-not-found");
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) => PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{path}") { Content = content };
        request.Headers.Authorization = Basic(WriteKey);
        return await client.SendAsync(request);
    }

    private static AuthenticationHeaderValue Basic(string writeKey) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(writeKey + ":")));

    private async Task<List<TrackingRecord>> RecordsAsync(Func<TrackingRecord, bool> condition)
    {
        var log = server.Services.GetRequiredService<IEventLog>();
        var found = new List<TrackingRecord>();
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var records = await log.ReadAsync(partition, 0, long.MaxValue, long.MaxValue, CancellationToken.None);
            found.AddRange(records.Select(record => new TrackingRecord(record.Bytes)).Where(condition));
        }

        return found;
    }
}
