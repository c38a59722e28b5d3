using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Tessera.Engine.Execution;
using Tessera.Engine.Http;
using Tessera.Engine.Native;

namespace Tessera.Engine.Hosting;

/// <summary>The HTTP side of the child process: Kestrel on loopback, nothing else of ASP.NET.</summary>
internal static class EngineHost
{
    private const int LongestAddress = 1024 * 1024;

    /// <summary>Starts listening on the port, or on any free one when that is taken.</summary>
    public static async Task<(WebApplication Application, int Port)> StartAsync(
        EngineArguments arguments, ConnectionPool pool, string secret, string version)
    {
        try
        {
            return await ListenAsync(arguments.Port, pool, secret, version);
        }
        catch (IOException exception) when (arguments.Port != 0 && exception.InnerException is AddressInUseException)
        {
            return await ListenAsync(0, pool, secret, version);
        }
    }

    private static async Task<(WebApplication Application, int Port)> ListenAsync(int port, ConnectionPool pool, string secret, string version)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, port));
        // Errors of requests are in the log of statements; Kestrel would add that a result was broken off, which is on purpose.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddSimpleConsole(options => options.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(pool);
        builder.Services.AddSingleton(new Authentication("default", secret));
        builder.Services.AddSingleton<RunningQueries>();
        builder.Services.AddSingleton<QueryLog>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<OperatorEndpoints>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<QueryEndpoint>(services, version));
        var application = builder.Build();
        var router = new Router(
            application.Services.GetRequiredService<QueryEndpoint>(),
            application.Services.GetRequiredService<OperatorEndpoints>(),
            application.Services.GetRequiredService<Authentication>(),
            version);
        application.Run(router.RouteAsync);
        try
        {
            await application.StartAsync();
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        var address = application.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return (application, new Uri(address).Port);
    }

    private static void Configure(KestrelServerOptions options, int port)
    {
        options.Listen(IPAddress.Loopback, port);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxRequestLineSize = LongestAddress;
        options.Limits.MaxRequestHeadersTotalSize = LongestAddress;
        options.Limits.MaxRequestBufferSize = LongestAddress * 2;
    }

    /// <summary>The few addresses there are.</summary>
    private sealed class Router(QueryEndpoint queries, OperatorEndpoints operators, Authentication authentication, string version)
    {
        public async Task RouteAsync(HttpContext context)
        {
            context.Response.Headers.KeepAlive = "timeout=60";
            switch (context.Request.Path.Value)
            {
                case "/ping" or "/replicas_status":
                case "/" when HttpMethods.IsGet(context.Request.Method) && !context.Request.QueryString.HasValue:
                    await context.Response.WriteAsync("Ok.\n");
                    break;
                case "/" or "":
                    await queries.HandleAsync(context);
                    break;
                case "/metrics":
                    await GuardAsync(context, operators.MetricsAsync);
                    break;
                case "/queries":
                    await GuardAsync(context, operators.QueriesAsync);
                    break;
                default:
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    await context.Response.WriteAsync($"There is no handle {context.Request.Path}\n");
                    break;
            }
        }

        private async Task GuardAsync(HttpContext context, RequestDelegate next)
        {
            try
            {
                authentication.Require(context.Request);
            }
            catch (EngineException exception)
            {
                await ErrorResponse.WriteAsync(context, exception, "", version);
                return;
            }

            await next(context);
        }
    }
}
