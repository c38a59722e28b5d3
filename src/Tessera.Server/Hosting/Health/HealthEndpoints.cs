using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Tessera.Server.Hosting.Health;

/// <summary>The two questions that may be asked without signing in.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Ok(new Liveness("alive")))
            .WithName("getLiveness")
            .WithTags("Health")
            .WithSummary("Answers while the process is alive.")
            .AllowAnonymous();
        routes.MapGet("/readyz", ReadyAsync)
            .WithName("getReadiness")
            .WithTags("Health")
            .Produces<Readiness>()
            .WithSummary("Says whether every part is ready for work: 200, or 503 when one is not.")
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable)
            .AllowAnonymous();
    }

    private static async Task<JsonHttpResult<Readiness>> ReadyAsync(IEnumerable<IReadinessPart> parts, CancellationToken cancellationToken)
    {
        List<ReadinessPart> answers = [];
        foreach (var part in parts.OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            answers.Add(new ReadinessPart(part.Name, await part.IsReadyAsync(cancellationToken)));
        }

        var ready = answers.TrueForAll(part => part.Ready);
        return TypedResults.Json(
            new Readiness(ready, answers), statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
