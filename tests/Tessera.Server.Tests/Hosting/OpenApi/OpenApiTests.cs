using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;

namespace Tessera.Server.Tests.Hosting.OpenApi;

[Collection(SharedServer.Name)]
public sealed class OpenApiTests(ServerFixture server)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    [Fact]
    public async Task Document_WrittenTwice_IsTheSameToTheByte() => (await WriteAsync()).ShouldBe(await WriteAsync());

    [Fact]
    public async Task Document_ServedAndWritten_SayTheSame()
    {
        using var client = server.AdminClient();
        using var served = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        using var written = JsonDocument.Parse(await WriteAsync());
        JsonElement.DeepEquals(served.RootElement, written.RootElement).ShouldBeTrue();
        written.RootElement.GetProperty("openapi").GetString().ShouldStartWith("3.1");
    }

    [Fact]
    public async Task Operation_SaysWhatItIsAndHowItFails()
    {
        using var document = JsonDocument.Parse(await WriteAsync());
        var incomplete = new List<string>();
        var names = new List<string>();
        foreach (var (name, operation) in Operations(document))
        {
            names.Add(operation.TryGetProperty("operationId", out var id) ? id.GetString()! : "");
            var responses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToList();
            if (names[^1].Length == 0
                || !operation.TryGetProperty("summary", out _)
                || !operation.TryGetProperty("tags", out _)
                || !responses.Exists(status => status[0] == '2')
                || (name.Contains("/api/", StringComparison.Ordinal) && !responses.Contains("401", StringComparer.Ordinal)))
            {
                incomplete.Add(name);
            }
        }

        incomplete.ShouldBeEmpty();
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Count);
    }

    [Fact]
    public async Task Document_HasEveryEndpoint()
    {
        using var document = JsonDocument.Parse(await WriteAsync());
        var described = Operations(document).Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal);
        var missing =
            from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            let path = WithoutConstraints("/" + endpoint.RoutePattern.RawText!.Trim('/'))
            let name = $"{method} {path}"
            where !described.Contains(name)
            select name;
        missing.ShouldBeEmpty();
    }

    private static string WithoutConstraints(string pattern) =>
        Regex.Replace(pattern, @"\{(?<name>\w+)[^}]*\}", "{${name}}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonDocument document) =>
        from path in document.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Methods.Contains(operation.Name, StringComparer.Ordinal)
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    private static async Task<byte[]> WriteAsync()
    {
        using var stream = new MemoryStream();
        await TesseraServer.WriteOpenApiAsync(stream);
        return stream.ToArray();
    }
}
