using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tessera.ClickHouse;

namespace Tessera.Server.Segments;

/// <summary>Answers with the rows of a query as a CSV file, streamed from the engine as they come.</summary>
internal sealed class CsvAnswer(ClickHouseClient engine, Statement statement, string fileName) : IResult
{
    public const string ContentType = "text/csv";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Asked before anything is answered, so that a failure becomes a problem and not half a file.
        await using var rows = await engine.StreamAsync(statement, "CSVWithNames", httpContext.RequestAborted);
        httpContext.Response.ContentType = ContentType + "; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        await rows.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
