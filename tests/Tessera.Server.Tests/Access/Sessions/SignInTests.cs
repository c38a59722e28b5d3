using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Tessera.Server.Tests.Access.Sessions;

[Collection(SharedServer.Name)]
public sealed class SignInTests(ServerFixture server)
{
    [Fact]
    public async Task SignIn_WithAFreshCode_OpensASessionByAGuardedCookie()
    {
        using var client = server.AnonymousClient();
        using var response = await SignInAsync(client, await NewCodeAsync());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);

        using var session = await GetAsync(client, cookie, "/api/session");
        var view = await session.Content.ReadFromJsonAsync<JsonElement>();
        view.GetProperty("signedIn").GetBoolean().ShouldBeTrue();
        view.GetProperty("workspaces")[0].GetProperty("key").GetString().ShouldBe("default");
    }

    [Fact]
    public async Task SignIn_ThroughAProxyWithHttps_KeepsTheCookieToHttps()
    {
        using var client = server.AnonymousClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var response = await SignInAsync(client, await NewCodeAsync());
        response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldContain("secure", Case.Insensitive);
    }

    [Fact]
    public async Task SignIn_WithACodeThatWasUsed_IsRefused()
    {
        using var client = server.AnonymousClient();
        var code = await NewCodeAsync();
        (await SignInAsync(client, code)).Dispose();
        using var again = await SignInAsync(client, code);
        await again.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "sign-in-code-refused");
        again.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_TwentyTimesAtOnceWithOneCode_SucceedsOnce()
    {
        var code = await NewCodeAsync();
        using var client = ClientFrom(IPAddress.Parse("127.0.0.4"));
        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignInAsync(client, code)));
        responses.Count(response => response.IsSuccessStatusCode).ShouldBe(1);
    }

    [Fact]
    public async Task SignIn_WithWrongCodesAgainAndAgain_IsHeldBack()
    {
        using var client = ClientFrom(IPAddress.Parse("127.0.0.3"));
        for (var attempt = 0; attempt < Server.Access.Sessions.SignInAttempts.Limit; attempt++)
        {
            using var refused = await SignInAsync(client, "wrong");
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var held = await SignInAsync(client, await NewCodeAsync());
        await held.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        held.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), Server.Access.Sessions.SignInAttempts.Window);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var client = server.AnonymousClient();
        var cookie = await SignedInCookieAsync(client);
        using var request = Request(HttpMethod.Delete, "/api/session", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var after = await GetAsync(client, cookie, "/api/session");
        await after.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credentials-refused");
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, "http://127.0.0.1:1")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task UnsafeRequest_ByCookieFromElsewhere_IsRefused(string? site, string? origin)
    {
        using var client = server.AnonymousClient();
        using var request = Request(HttpMethod.Post, "/api/workspaces", await SignedInCookieAsync(client));
        request.Content = JsonContent.Create(new { key = "stolen", name = "Stolen" });
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "Origin", origin);

        using var response = await client.SendAsync(request);
        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "cross-site-request");
        (await server.AdminClient().GetStringAsync("/api/workspaces")).ShouldNotContain("stolen");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UnsafeRequest_ByCookieFromOwnPage_IsAccepted(bool fetchMetadata)
    {
        using var client = server.AnonymousClient();
        using var request = Request(HttpMethod.Patch, "/api/workspaces/default", await SignedInCookieAsync(client));
        request.Content = JsonContent.Create(new { name = "Default" });
        if (fetchMetadata)
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }
        else
        {
            request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        }

        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CreateLink_AnswersALinkWhoseCodeStandsInTheFragment()
    {
        using var client = server.AdminClient();
        using var response = await client.PostAsync("/api/session/links", content: null);
        var url = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString();
        var link = new Uri(url!);
        link.AbsolutePath.ShouldBe("/sign-in");
        link.Query.ShouldBeEmpty("a query would be sent to servers and written to logs");
        link.Fragment.Length.ShouldBe(44);
        link.GetLeftPart(UriPartial.Authority).ShouldBe(server.Address.GetLeftPart(UriPartial.Authority));
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string setCookie)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", setCookie.Split(';')[0]);
        return request;
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string setCookie, string path)
    {
        using var request = Request(HttpMethod.Get, path, setCookie);
        return await client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string code) => client.PostAsJsonAsync("/api/session", new { code });

    private async Task<string> SignedInCookieAsync(HttpClient client)
    {
        using var response = await SignInAsync(client, await NewCodeAsync());
        return response.Headers.GetValues("Set-Cookie").First();
    }

    private async Task<string> NewCodeAsync()
    {
        using var client = server.AdminClient();
        using var response = await client.PostAsync("/api/session/links", content: null);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!.Split('#')[1];
    }

    /// <summary>A client with an address of its own, so that its attempts are counted apart from the other tests'.</summary>
    private HttpClient ClientFrom(IPAddress address) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = server.Address,
    };
}
