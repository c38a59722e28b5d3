using Microsoft.AspNetCore.Http;

namespace Tessera.Server.Hosting.Security;

/// <summary>Headers that tell the browser to trust nothing that is not ours.</summary>
/// <remarks>
/// Scripts come from the server's own files only. Styles may be inline because component and chart libraries write style
/// attributes; a style can mislead the eye but not run code.
/// </remarks>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            // What the API answers is private and changes; WebAppFiles says otherwise for the app's own files.
            headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
