using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Imports.Jobs;

namespace Tessera.Server.Imports.Endpoints;

/// <summary>Reads a multipart upload as it arrives, whatever the order of its parts and however large its file.</summary>
internal sealed class UploadReader(IOptions<JsonOptions> json)
{
    private const int LongestField = 1 << 20;

    /// <summary>Reads the parts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="receive">Takes the content of the file while it arrives.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The request is not such an upload.</exception>
    public async Task<UploadedImport> ReadAsync(HttpRequest request, Func<Stream, Task> receive, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(BoundaryOf(request), request.Body) { BodyLengthLimit = null };
        var upload = new UploadedImport();
        while (await ReadSectionAsync(reader, cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                throw Malformed("A part of the request has no Content-Disposition: send multipart/form-data.");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? string.Empty;
            if (name == "file")
            {
                if (upload.FileName is not null)
                {
                    throw Malformed("The request has two files: send one at a time.");
                }

                upload.FileName = CleanName(disposition);
                await receive(section.Body);
            }
            else
            {
                Read(upload, name, await ReadTextAsync(section.Body, name, cancellationToken));
            }
        }

        return upload;
    }

    private static async Task<MultipartSection?> ReadSectionAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw Malformed("The request breaks off before its end: send it again.");
        }
        catch (InvalidDataException broken)
        {
            throw Malformed($"The request is not multipart/form-data as it should be: {broken.Message}");
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : throw Malformed("Send the file as multipart/form-data, in a part named file, with a part kind that says orders, events or customers.");

    // Some browsers send a whole path; only its last part is the file's name.
    private static string CleanName(ContentDispositionHeaderValue disposition)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty;
        name = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter))]).Trim();
        return name.Length switch
        {
            0 => "file",
            > 200 => name[..200],
            _ => name,
        };
    }

    private static async Task<string> ReadTextAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= LongestField ? Encoding.UTF8.GetString(buffer, 0, length) : throw Malformed($"The part {name} is longer than {LongestField} bytes.");
    }

    private static ProblemException Malformed(string detail) => new(ImportProblems.Malformed(detail));

    private void Read(UploadedImport upload, string name, string text)
    {
        switch (name)
        {
            case "kind":
                upload.Kind = Enum.TryParse<ImportKind>(text.Trim(), ignoreCase: true, out var kind) && Enum.IsDefined(kind)
                    ? kind
                    : throw Malformed($"The part kind is \"{text}\": it must be orders, events or customers.");
                break;
            case "map":
                upload.Map = Parse<Dictionary<string, string>>(name, text, "an object of target and column, such as {\"amount\":\"Quantity*UnitPrice\"}");
                break;
            case "options":
                upload.Options = Parse<ImportOptions>(name, text, "an object such as {\"dateFormat\":\"d/m/y\",\"currency\":\"EUR\"}");
                break;
            case "fileName" when text.Length > 0:
                upload.FileName ??= text;
                break;
            default:
                throw Malformed($"The part \"{name}\" is not known: the parts are file, kind, map and options.");
        }
    }

    private T Parse<T>(string name, string text, string form)
        where T : new()
    {
        try
        {
            return text.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(text, json.Value.SerializerOptions) ?? new T();
        }
        catch (JsonException mistake)
        {
            var path = string.IsNullOrEmpty(mistake.Path) || mistake.Path == "$" ? string.Empty : $" (at {mistake.Path})";
            throw Malformed($"The part {name} must be JSON, {form}{path}.");
        }
    }
}
