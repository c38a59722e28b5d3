using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Tessera.Server.Tests.Access;

/// <summary>Every endpoint there is, found in the running server, so that a new one cannot forget to be closed.</summary>
[Collection(SharedServer.Name)]
public sealed class EndpointAccessTests(ServerFixture server)
{
    /// <summary>What may be asked without signing in: health, signing in itself, the app's own files, and what a source's browser SDK loads.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "GET /healthz", "GET /readyz", "POST /api/session", "GET /{**path}", "HEAD /{**path}", "GET /v1/projects/{writeKey}/settings",
    };

    [Fact]
    public async Task Endpoint_WithoutCredentials_IsClosedUnlessListedAsOpen()
    {
        using var client = server.AnonymousClient();
        var asked = 0;
        var left = new List<string>();
        foreach (var (method, pattern) in Endpoints().Where(endpoint => !Open.Contains($"{endpoint.Method} {endpoint.Pattern}") && !IsPreflight(endpoint)))
        {
            asked++;
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(pattern));
            using var response = await client.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.Unauthorized
                || response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            {
                left.Add($"{method} {pattern}: {(int)response.StatusCode} {response.Content.Headers.ContentType}");
            }
        }

        left.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(8, "a test that asks nothing proves nothing");
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/API/session")]
    [InlineData("/api/../api/workspaces")]
    [InlineData("//api/workspaces")]
    [InlineData("/v1/track")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/metrics/more")]
    public async Task ReservedAddress_WithoutCredentials_TellsNothing(string path)
    {
        using var client = server.AnonymousClient();
        using var response = await client.GetAsync(new Uri(server.Address.GetLeftPart(UriPartial.Authority) + path));
        if (response.IsSuccessStatusCode)
        {
            // The one thing that everybody may have is the app's page, which holds no data.
            (await response.Content.ReadAsStringAsync()).ShouldBe(await client.GetStringAsync("/"));
            return;
        }

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task UnknownEndpoint_SignedIn_AnswersNotFound()
    {
        using var client = server.AdminClient();
        using var response = await client.GetAsync("/api/nothing");
        (await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "endpoint-not-found")).ShouldContain("/api/nothing");
    }

    [Fact]
    public async Task WrongMethod_SignedIn_AnswersMethodNotAllowed()
    {
        using var client = server.AdminClient();
        using var response = await client.PutAsync("/api/workspaces", content: null);
        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task WrongMediaType_SignedIn_AnswersUnsupported()
    {
        using var client = server.AdminClient();
        using var response = await client.PostAsync("/api/workspaces", new StringContent("key=a"));
        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported");
    }

    [Theory]
    [InlineData("Bearer tsr_admin_wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Endpoint_WithCredentialsThatAreNotOurs_RefusesThem(string authorization)
    {
        using var client = server.AnonymousClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var response = await client.GetAsync("/api/workspaces");
        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credentials-refused");
    }

    /// <summary>A browser's question whether a page may send events; it carries no credentials and is told nothing but yes.</summary>
    private static bool IsPreflight((string Method, string Pattern) endpoint) =>
        endpoint.Method == HttpMethod.Options.Method && endpoint.Pattern.StartsWith("/v1/", StringComparison.Ordinal);

    private static string Fill(string pattern) =>
        "/" + string.Join('/', RoutePatternFactory.Parse(pattern).PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => Guid.Empty.ToString(),
            RoutePatternParameterPart { Name: "documentName" } => "v1",
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        }))));

    private IEnumerable<(string Method, string Pattern)> Endpoints() =>
        from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        from method in methods.DefaultIfEmpty("GET")
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'));
}
