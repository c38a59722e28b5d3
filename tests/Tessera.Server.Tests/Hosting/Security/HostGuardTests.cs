using System.Net;
using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Security;

namespace Tessera.Server.Tests.Hosting.Security;

[Collection(SharedServer.Name)]
public sealed class HostGuardTests(ServerFixture server)
{
    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.168.1.5", false)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1:1234", true)]
    [InlineData("[::1]", true)]
    public async Task Request_OnLoopback_MustBeAddressedToLoopback(string host, bool answered)
    {
        using var client = server.AnonymousClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = host;
        using var response = await client.SendAsync(request);
        if (answered)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        else
        {
            await response.ShouldBeProblemAsync(HttpStatusCode.MisdirectedRequest, "host-not-allowed");
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", null, true)]
    [InlineData("http://127.0.0.1:8080", "shop.example", true)]
    [InlineData("http://0.0.0.0:8080", "shop.example", true)]
    [InlineData("http://0.0.0.0:8080", null, false)]
    public void IsWanted_OnLoopbackAndWhereverHostsAreNamed(string url, string? allowed, bool wanted) => HostGuard.IsWanted(Options(url, allowed)).ShouldBe(wanted);

    [Theory]
    [InlineData("shop.example", StatusCodes.Status200OK)]
    [InlineData("SHOP.example:443", StatusCodes.Status200OK)]
    [InlineData("localhost", StatusCodes.Status200OK)]
    [InlineData("other.example", StatusCodes.Status421MisdirectedRequest)]
    [InlineData("shop.example.evil.example", StatusCodes.Status421MisdirectedRequest)]
    public async Task Request_WhereHostsAreNamed_MustBeAddressedToOneOfThemOrLoopback(string host, int status)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString(host);

        await new HostGuard(_ => Task.CompletedTask, Options("http://0.0.0.0:8080", "shop.example")).InvokeAsync(context);

        context.Response.StatusCode.ShouldBe(status);
    }

    private static TesseraServerOptions Options(string url, string? allowed) => new()
    {
        DataDirectory = "unused", Urls = [new Uri(url)], AllowedHosts = allowed is null ? [] : [allowed],
    };
}
