using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tessera.Engine.Native;

namespace Tessera.Engine.Http;

/// <summary>An error as a response of its own, the way a ClickHouse server words it.</summary>
internal static class ErrorResponse
{
    public static Task WriteAsync(HttpContext context, EngineException exception, string queryId, string version)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = StatusOfCode.For(exception.Code);
        response.ContentType = "text/plain; charset=UTF-8";
        response.Headers[Headers.ExceptionCode] = exception.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers[Headers.QueryId] = queryId;
        if (exception.Code == EngineErrors.RequiredPassword)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"Tessera engine\"";
        }

        return response.WriteAsync(Text(exception, version));
    }

    public static string Text(EngineException exception, string version) => $"{exception.Text} (version {version})\n";
}
