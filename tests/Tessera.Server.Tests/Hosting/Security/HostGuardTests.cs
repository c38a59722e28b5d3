using System.Net;

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
}
