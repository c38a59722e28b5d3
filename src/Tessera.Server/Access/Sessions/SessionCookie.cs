using Microsoft.AspNetCore.Http;
using Tessera.Server.Access.Secrets;

namespace Tessera.Server.Access.Sessions;

/// <summary>The cookie that carries a browser's session.</summary>
/// <remarks>
/// Cookies are shared by all ports of a host, so the name carries the installation: two servers on one machine do not sign
/// each other's browser out.
/// </remarks>
internal sealed class SessionCookie(InstallationId installation)
{
    private string Name => $"tessera-{installation.Short}";

    public string? Read(HttpRequest request) => request.Cookies.TryGetValue(Name, out var secret) && secret.Length > 0 ? secret : null;

    public void Write(HttpContext context, Secret session) =>
        context.Response.Cookies.Append(Name, session.Text, Options(context, SessionStore.TotalLifetime));

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, maxAge: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = maxAge,
    };
}
