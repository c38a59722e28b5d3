using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Tessera.Server.Segments.Rules;

/// <summary>The words that addresses beneath <c>/api/segments</c> have in the place of a segment's key: a segment of such a key could not be reached by its own address.</summary>
/// <param name="routes">All routes of the server.</param>
internal sealed class RouteNames(EndpointDataSource routes)
{
    private static readonly string[] Place = ["api", "segments"];

    private readonly Lazy<HashSet<string>> names = new(() => [.. routes.Endpoints.OfType<RouteEndpoint>().Select(route => Name(route.RoutePattern)).OfType<string>()]);

    /// <summary>Whether an address beneath the segments has this word in the place of a key.</summary>
    public bool Contains(string key) => names.Value.Contains(key);

    private static string? Name(RoutePattern route) =>
        route.PathSegments.Count > Place.Length && Place.Index().All(part => Literal(route.PathSegments[part.Index]) == part.Item) ? Literal(route.PathSegments[Place.Length]) : null;

    private static string? Literal(RoutePatternPathSegment segment) => segment is { IsSimple: true, Parts: [RoutePatternLiteralPart literal] } ? literal.Content : null;
}
