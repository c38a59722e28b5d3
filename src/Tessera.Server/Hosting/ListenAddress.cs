using System.Net;
using System.Net.Sockets;

namespace Tessera.Server.Hosting;

/// <summary>The addresses a server is told to listen on.</summary>
internal static class ListenAddress
{
    /// <exception cref="TesseraException">An address is not plain HTTP on an IP address or <c>localhost</c>.</exception>
    public static void Check(IReadOnlyList<Uri> urls)
    {
        if (urls.Count == 0)
        {
            throw new TesseraException("No address to listen on was given; use for example --urls http://127.0.0.1:8080.");
        }

        foreach (var url in urls)
        {
            if (url.Scheme != Uri.UriSchemeHttp)
            {
                throw new TesseraException(
                    $"{url.OriginalString} cannot be listened on: Tessera speaks plain HTTP; put a reverse proxy with a certificate in front of it for HTTPS.");
            }

            if (!IsLocalhost(url) && !IPAddress.TryParse(url.DnsSafeHost, out _))
            {
                throw new TesseraException(
                    $"{url.OriginalString} cannot be listened on: name an IP address of this machine, or 0.0.0.0 for all of them.");
            }
        }
    }

    /// <summary>Whether the server can be reached from this machine only.</summary>
    public static bool IsLoopbackOnly(IReadOnlyList<Uri> urls) => urls.All(url => url.IsLoopback);

    /// <summary>Notices a taken port before the engine has been started for nothing.</summary>
    /// <exception cref="TesseraException">The port is taken or may not be used.</exception>
    public static void Probe(IReadOnlyList<Uri> urls)
    {
        foreach (var url in urls.Where(url => url.Port != 0))
        {
            var address = IsLocalhost(url) ? IPAddress.Loopback : IPAddress.Parse(url.DnsSafeHost);
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(address, url.Port));
                socket.Listen();
            }
            catch (SocketException exception)
            {
                throw Refused([url], exception);
            }
        }
    }

    public static TesseraException Refused(IReadOnlyList<Uri> urls, Exception exception)
    {
        var socketError = Causes(exception).OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        var where = string.Join(" or ", urls.Select(url => $"{url.DnsSafeHost}:{url.Port}"));
        var port = urls[0].Port;
        return socketError switch
        {
            SocketError.AccessDenied => new TesseraException(
                $"This user may not listen on port {port}; choose a port above 1023 with --port.", exception),
            SocketError.AddressNotAvailable => new TesseraException(
                $"This machine has no address {urls[0].DnsSafeHost}; listen on 127.0.0.1 or 0.0.0.0 with --urls.", exception),
            SocketError.AddressAlreadyInUse => new TesseraException(
                $"Port {port} is taken by another program; choose another with --port {port + 1}, or stop that program.", exception),
            _ => new TesseraException($"Listening on {where} failed: {exception.Message.TrimEnd('.')}; choose another address with --urls.", exception),
        };
    }

    /// <summary>The address to print: a browser cannot open "any address".</summary>
    public static Uri ForVisitors(Uri bound) =>
        IPAddress.TryParse(bound.DnsSafeHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(bound) { Host = "127.0.0.1" }.Uri
            : bound;

    private static bool IsLocalhost(Uri url) => url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
