using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tessera.ClickHouse;

namespace Tessera.Server.Segments;

/// <summary>Answers with the rows of a query as a file, streamed from the engine as they come.</summary>
internal sealed class ExportAnswer(ClickHouseClient engine, Statement statement, string fileName, ExportFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Asked before anything is answered, so that a failure becomes a problem and not half a file.
        await using var rows = await engine.StreamAsync(format.Applied(statement), format.EngineName, httpContext.RequestAborted);
        httpContext.Response.ContentType = format.ContentType;
        httpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{fileName}.{format.Extension}" }.ToString();
        await rows.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
