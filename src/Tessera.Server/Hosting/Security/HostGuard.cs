using System.Net;
using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Hosting.Security;

/// <summary>
/// While the server listens on loopback only, requests must be addressed to loopback: a web page that points its own name
/// at 127.0.0.1 (DNS rebinding) is not answered. Where hosts are named, wherever the server listens, only those and loopback are answered.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, TesseraServerOptions options)
{
    /// <summary>Whether a server that is started so minds under which name it is asked.</summary>
    public static bool IsWanted(TesseraServerOptions options) => ListenAddress.IsLoopbackOnly(options.Urls) || options.AllowedHosts.Count > 0;

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return IsLoopback(host) || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? next(context)
            : new ProblemResult(new Problem(
                StatusCodes.Status421MisdirectedRequest,
                "host-not-allowed",
                "Addressed to another host",
                $"This server does not answer as \"{host}\"; where that is its name, behind a reverse proxy for instance, start it with --allow-host {host}."))
                .ExecuteAsync(context);
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
