using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Hosting.OpenApi;

/// <summary>The OpenAPI 3.1 document of the server's own endpoints.</summary>
internal static class OpenApiSetup
{
    public const string DocumentName = "v1";
    private const string TokenScheme = "token";

    public static IServiceCollection AddTesseraOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(new DescribeSchemas(CodeDocumentation.Load()));
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
        });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Tessera",
            Version = ServerVersion.Text,
            Description = "Customer behaviour in, living segments out. Send the header Tessera-Workspace to speak to another workspace than \"default\".",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };

        // The document says the same wherever it is asked for, so that a committed copy can be compared byte by byte.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[TokenScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The administrator's token from admin.token in the data directory, or a token of one workspace.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [] }];
        document.Tags = document.Tags?.OrderBy(tag => tag.Name, StringComparer.Ordinal).ToHashSet();
    }
}
