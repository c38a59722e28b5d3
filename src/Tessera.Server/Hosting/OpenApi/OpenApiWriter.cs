using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Tessera.Server.Hosting.OpenApi;

/// <summary>Writes the OpenAPI document without starting anything.</summary>
internal static class OpenApiWriter
{
    public static async Task WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        // Composed and never started: nothing touches this directory.
        var options = new TesseraServerOptions { DataDirectory = Path.Combine(Path.GetTempPath(), "tessera-openapi") };
        await using var app = ServerComposition.Build(options, new DataDirectory(options.DataDirectory));
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(OpenApiSetup.DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        await document.SerializeAsJsonAsync(destination, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }
}
