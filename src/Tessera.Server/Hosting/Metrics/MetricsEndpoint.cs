using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Hosting.Metrics;

internal static class MetricsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", Show)
        .WithName("getMetrics")
        .WithTags("System")
        .WithSummary("Metrics in Prometheus' text format.")
        .WithDescription("Prometheus sends the administrator's token as bearer token (authorization, credentials_file).")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .WithProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden)
        .AdministratorOnly();

    private static ContentHttpResult Show(MetricsCollector collector) =>
        TypedResults.Text(PrometheusText.Write(collector.Collect()), PrometheusText.ContentType);
}
