using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Tessera.Server.Hosting.WebApp;

/// <summary>Serves the built web app: its files, and its page for every other address, which the app then interprets.</summary>
/// <remarks>The files hold no data and are served to everybody; the data they show is asked for under <c>/api</c>.</remarks>
internal sealed class WebAppFiles
{
    private const string Page = "index.html";
    private const string HashedFolder = "/assets/";
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private static readonly (string Token, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];
    private readonly string? root;

    public WebAppFiles(TesseraServerOptions options) =>
        root = options.WebAppDirectory is { } folder ? Path.GetFullPath(folder) : null;

    public IResult Answer(HttpContext context)
    {
        if (root is null || !File.Exists(Path.Combine(root, Page)))
        {
            return TypedResults.Content(NotBuiltPage.Html, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var path = context.Request.Path.Value ?? "/";
        if (Locate(path) is { } file)
        {
            return Send(context, file, hashed: path.StartsWith(HashedFolder, StringComparison.Ordinal));
        }

        // A missing asset must not be answered with a page: the browser would try to run it.
        return path.StartsWith(HashedFolder, StringComparison.Ordinal) || Path.HasExtension(path)
            ? TypedResults.NotFound()
            : Send(context, Path.Combine(root, Page), hashed: false);
    }

    /// <summary>The file below the root that a request names, or null.</summary>
    private string? Locate(string path)
    {
        var file = Path.GetFullPath(Path.Combine(root!, path.TrimStart('/')));
        return file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    private static PhysicalFileHttpResult Send(HttpContext context, string file, bool hashed)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = hashed ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var contentType = ContentTypes.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (token, suffix) in Encodings)
        {
            if (accepted.Any(encoding => encoding.Value == token && encoding.Quality is null or > 0) && File.Exists(file + suffix))
            {
                headers.ContentEncoding = token;
                return Send(file + suffix, contentType);
            }
        }

        return Send(file, contentType);
    }

    private static PhysicalFileHttpResult Send(string file, string contentType)
    {
        var info = new FileInfo(file);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}\"");
        return TypedResults.PhysicalFile(file, contentType, lastModified: new DateTimeOffset(info.LastWriteTimeUtc), entityTag: new EntityTagHeaderValue(tag));
    }
}
