using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Hosting.Health;

internal static class SystemEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/system", Show)
        .WithName("getSystem")
        .WithTags("System")
        .WithSummary("Says what is running: version, engine, how long.")
        .OutsideWorkspace()
        .AdministratorOnly();

    private static Ok<SystemView> Show(ServerClock clock, IAnalyticalEngine engine, DataDirectory directory) =>
        TypedResults.Ok(new SystemView(ServerVersion.Text, engine.Status, directory.Root, Math.Round(clock.Uptime.TotalSeconds, 1)));
}
