using System.Net;
using System.Net.Sockets;
using Tessera.Server.Hosting;

namespace Tessera.Server.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("https://127.0.0.1:8080", "reverse proxy")]
    [InlineData("http://shop.example:8080", "0.0.0.0")]
    [InlineData("ftp://127.0.0.1", "plain HTTP")]
    public void Check_OfAnAddressThatCannotBeListenedOn_SaysWhatCan(string url, string said) =>
        Should.Throw<TesseraException>(() => ListenAddress.Check([new Uri(url)])).Message.ShouldContain(said);

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://[::1]:8080")]
    public void Check_OfAnAddressOfThisMachine_Passes(string url) => ListenAddress.Check([new Uri(url)]);

    [Theory]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://localhost:1", true)]
    [InlineData("http://[::1]:1", true)]
    [InlineData("http://0.0.0.0:1", false)]
    [InlineData("http://192.168.1.5:1", false)]
    public void IsLoopbackOnly_TellsWhetherOthersCanReachTheServer(string url, bool expected) =>
        ListenAddress.IsLoopbackOnly([new Uri("http://127.0.0.1:2"), new Uri(url)]).ShouldBe(expected);

    [Fact]
    public void Probe_OfATakenPort_NamesItAndAnother()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Should.Throw<TesseraException>(() => ListenAddress.Probe([new Uri($"http://127.0.0.1:{port}")]))
            .Message.ShouldBe($"Port {port} is taken by another program; choose another with --port {port + 1}, or stop that program.");
    }

    [Fact]
    public void Probe_OfAnAddressOfAnotherMachine_SaysSo() =>
        Should.Throw<TesseraException>(() => ListenAddress.Probe([new Uri("http://192.0.2.1:8080")])).Message.ShouldContain("no address 192.0.2.1");

    [Fact]
    public void ForVisitors_OfAnyAddress_IsOneABrowserCanOpen() =>
        ListenAddress.ForVisitors(new Uri("http://0.0.0.0:8080")).ShouldBe(new Uri("http://127.0.0.1:8080"));
}
