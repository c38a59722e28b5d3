using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Access;

/// <summary>Refuses to let another site's page change things with the browser's cookie (cross-site request forgery).</summary>
/// <remarks>
/// SameSite=Strict already keeps the cookie from other sites; this also keeps other ports of the same host out, which
/// browsers count as the same site. Callers with a token are not concerned: no page can attach one.
/// </remarks>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var byCookie = Caller.From(context.User) is { Kind: CallerKind.Session };
        return byCookie && IsUnsafe(context.Request) && !IsFromOwnPage(context.Request)
            ? new ProblemResult(AccessProblems.CrossSite()).ExecuteAsync(context)
            : next(context);
    }

    private static bool IsUnsafe(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    /// <summary>Fetch metadata where the browser sends it, the origin otherwise; a request with neither is not from a page of ours.</summary>
    private static bool IsFromOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site == "same-origin"
            : string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
