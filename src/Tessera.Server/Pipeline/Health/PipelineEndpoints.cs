using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;

namespace Tessera.Server.Pipeline.Health;

/// <summary>How the pipeline is doing.</summary>
internal static class PipelineEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pipeline", Read)
        .WithTags("Pipeline")
        .WithName("readPipeline")
        .WithSummary("How the pipeline is doing: what went through each stage, how fast, and what waits. Counts are those of all workspaces since the server started, so it wants the administrator.")
        .AdministratorOnly();

    private static Ok<PipelineView> Read(PipelineHealth health) => TypedResults.Ok(health.Read());
}
