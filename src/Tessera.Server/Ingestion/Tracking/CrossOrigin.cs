using Microsoft.AspNetCore.Http;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>Lets the pages of any site send events: what comes in opens nothing and what goes out tells nothing.</summary>
internal sealed class CrossOrigin : IEndpointFilter
{
    private static readonly string OneDay = "86400";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Allow(context.HttpContext.Response);
        return next(context);
    }

    /// <summary>The headers of an answer.</summary>
    public static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "Retry-After";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    /// <summary>The answer to a browser that asks whether it may.</summary>
    public static IResult AnswerPreflight(HttpRequest request, HttpResponse response)
    {
        response.Headers.AccessControlAllowMethods = "GET, POST";
        var asked = request.Headers.AccessControlRequestHeaders;
        response.Headers.AccessControlAllowHeaders = asked.Count > 0 ? asked : "Authorization, Content-Type";
        response.Headers.AccessControlMaxAge = OneDay;
        return TypedResults.NoContent();
    }
}
