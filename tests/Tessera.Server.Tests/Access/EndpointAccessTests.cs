using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Tessera.Server.Tests.Access;

/// <summary>Every endpoint there is, found in the running server, so that a new one cannot forget to be closed.</summary>
[Collection(SharedServer.Name)]
public sealed class EndpointAccessTests(ServerFixture server)
{
    /// <summary>What may be asked without signing in: health, signing in itself, and the app's own files.</summary>
    private static readonly string[] Open = ["GET /healthz", "GET /readyz", "POST /api/session", "GET /{**path}", "HEAD /{**path}"];

    [Fact]
    public async Task Endpoint_WithoutCredentials_IsClosedUnlessListedAsOpen()
    {
        using var client = server.AnonymousClient();
        var left = new List<string>();
        foreach (var (method, pattern) in Endpoints().Where(endpoint => !Open.Contains($"{endpoint.Method} {endpoint.Pattern}")))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(pattern));
            using var response = await client.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.Unauthorized
                || response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            {
                left.Add($"{method} {pattern}: {(int)response.StatusCode} {response.Content.Headers.ContentType}");
            }
        }

        left.ShouldBeEmpty();
    }

    [Fact]
    public void Endpoints_AreFound() =>
        Endpoints().Select(endpoint => $"{endpoint.Method} {endpoint.Pattern}")
            .Contains("GET /api/session", StringComparer.Ordinal)
            .ShouldBeTrue("the test above must not pass because it found nothing to ask");

    [Fact]
    public async Task Endpoint_WithAnUnknownToken_AnswersCredentialsRefused()
    {
        using var client = server.AnonymousClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "tsr_admin_wrong");
        using var response = await client.GetAsync("/api/workspaces");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("credentials-refused");
        problem.GetProperty("status").GetInt32().ShouldBe(401);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    private static string Fill(string pattern) =>
        string.Join('/', RoutePatternFactory.Parse(pattern).PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => Guid.Empty.ToString(),
            RoutePatternParameterPart { Name: "documentName" } => "v1",
            _ => "1",
        })))) is var path ? "/" + path : "";

    private IEnumerable<(string Method, string Pattern)> Endpoints() =>
        from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        from method in methods.DefaultIfEmpty("GET")
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'));
}
