using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tessera.Server.Hosting.OpenApi;

/// <summary>Says in the API's description what each type and member is, and that answers may gain members.</summary>
internal sealed class DescribeSchemas(CodeDocumentation documentation) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // The server refuses members it does not know, but its answers may gain some.
        schema.AdditionalPropertiesAllowed = true;

        var type = context.JsonTypeInfo.Type;
        if (type == typeof(IReadOnlyDictionary<string, JsonElement>))
        {
            // Whatever a customer's own JSON holds.
            schema.AdditionalProperties = new OpenApiSchema();
        }

        if (IsOurs(type))
        {
            // A member of such a type refers to the type's own schema, whose description is that of the type.
            schema.Description = documentation.Of(type);
        }
        else if (context.JsonPropertyInfo is { AttributeProvider: PropertyInfo property } && property.DeclaringType is { } declaring && IsOurs(declaring))
        {
            schema.Description = documentation.Of(declaring, property.Name);
        }

        return Task.CompletedTask;
    }

    private static bool IsOurs(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Assembly == typeof(DescribeSchemas).Assembly;
}
