using System.Net;

namespace Tessera.Server.Tests.Hosting.WebApp;

[Collection(SharedServer.Name)]
public sealed class WebAppFilesTests(ServerFixture server)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/w/default/segments")]
    [InlineData("/sign-in")]
    public async Task Page_IsServedForEveryAddressOfTheApp(string path)
    {
        using var client = server.AnonymousClient();
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.CacheControl!.ToString().ShouldBe("no-cache");
    }

    [Fact]
    public async Task HashedFile_MayBeKeptForEver()
    {
        using var client = server.AnonymousClient();
        using var response = await client.GetAsync("/assets/app-1a2b3c.js");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await response.Content.ReadAsStringAsync()).ShouldBe("console.log(1)");
    }

    [Fact]
    public async Task File_WithACompressedCopy_IsSentCompressedToThoseWhoAccept()
    {
        using var client = server.AnonymousClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1a2b3c.js");
        request.Headers.Add("Accept-Encoding", "br;q=0, gzip");
        using var response = await client.SendAsync(request);
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
    }

    [Fact]
    public async Task File_ThatTheBrowserHas_IsNotSentAgain()
    {
        using var client = server.AnonymousClient();
        using var first = await client.GetAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/assets/gone-000000.js")]
    [InlineData("/favicon-that-is-not-there.ico")]
    public async Task MissingFile_IsNotAnsweredWithThePage(string path)
    {
        using var client = server.AnonymousClient();
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/../data/admin.token")]
    [InlineData("/..%2fdata%2fadmin.token")]
    [InlineData("/%2e%2e/data/admin.token")]
    [InlineData("/assets/..%2f..%2fdata/admin.token")]
    public async Task File_OutsideTheApp_IsNeverServed(string path)
    {
        using var client = server.AnonymousClient();
        using var response = await client.GetAsync(new Uri(server.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(server.AdminToken);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/app-1a2b3c.js")]
    [InlineData("/healthz")]
    [InlineData("/api/session")]
    public async Task EveryAnswer_TellsTheBrowserToTrustNothingElse(string path)
    {
        using var client = server.AnonymousClient();
        using var response = await client.GetAsync(path);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task Answer_OfTheApi_IsNeverStored()
    {
        using var client = server.AdminClient();
        using var response = await client.GetAsync("/api/workspaces");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
