using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Tessera.ClickHouse;
using Tessera.Engine;
using Tessera.Server.Access;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Analytics;
using Tessera.Server.Hosting.Health;
using Tessera.Server.Hosting.Metadata;
using Tessera.Server.Hosting.Metrics;
using Tessera.Server.Hosting.OpenApi;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Hosting.Security;
using Tessera.Server.Hosting.WebApp;

namespace Tessera.Server.Hosting;

/// <summary>Puts the server together: services, the order in which a request passes through, endpoints.</summary>
internal static class ServerComposition
{
    private static readonly PathString[] ReservedPrefixes = ["/api", "/v1", "/openapi", "/metrics"];

    public static WebApplication Build(TesseraServerOptions options, DataDirectory directory)
    {
        // The empty builder reads no settings files and no environment: what runs is what the options say.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        AddLogging(builder.Logging, options);
        AddServices(builder.Services, options, directory);

        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url.GetLeftPart(UriPartial.Authority));
        }

        UsePipeline(app, options);
        MapEndpoints(app);

        // Said explicitly, and not left to the start, so that the OpenAPI document can be written without starting.
        app.UseEndpoints(static _ => { });
        return app;
    }

    /// <summary>The one way in which JSON is read and written.</summary>
    public static void ConfigureJson(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static void AddLogging(ILoggingBuilder logging, TesseraServerOptions options)
    {
        logging.SetMinimumLevel(options.LogLevel);
        if (options.LogFormat == LogFormat.Json)
        {
            logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
        else
        {
            logging.AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (true, LoggerColorBehavior.Disabled));
        }

        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, TesseraServerOptions options, DataDirectory directory)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton(directory);
        services.AddSingleton<IHostLifetime, HostedLifetime>();
        services.AddSingleton<MetadataDatabase>();
        services.AddSingleton<IReadinessPart, MetadataReadiness>();
        AddEngine(services, options);
        services.AddSingleton(provider => new ServerClock(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WebAppFiles>();
        services.AddHostedService<IdleMemory>();
        services.AddMetrics();
        services.AddSingleton<ServerMeter>();
        services.AddSingleton<MetricsCollector>();
        services.AddRoutingCore();
        services.ConfigureHttpJsonOptions(json => ConfigureJson(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddTesseraOpenApi();
        foreach (var capability in Capabilities.All)
        {
            capability.AddServices(services);
        }
    }

    private static void AddEngine(IServiceCollection services, TesseraServerOptions options)
    {
        services.AddSingleton<IAnalyticalEngine>(provider => options.ClickHouseUrl is { } url
            ? new ExternalEngine(url, options.Time)
            : new EmbeddedEngine(options, provider.GetRequiredService<DataDirectory>(), provider.GetRequiredService<ILogger<EngineSupervisor>>()));
        services.AddSingleton(provider =>
        {
            var engine = provider.GetRequiredService<IAnalyticalEngine>();
            return new ClickHouseClient(new GatedRequests(provider.GetRequiredService<WriteGate>()), () => engine.Options, options.Time);
        });
        services.AddSingleton<WriteGate>();
        services.AddSingleton<EngineStartup>();
        services.AddSingleton<IReadinessPart, EngineReadiness>();
    }

    private static void UsePipeline(WebApplication app, TesseraServerOptions options)
    {
        // Believed only from a proxy on this machine: whether the browser came by HTTPS, and from where.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor });
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<FailureAnswers>();
        if (HostGuard.IsWanted(options))
        {
            app.UseMiddleware<HostGuard>();
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseMiddleware<WorkspaceResolution>();
    }

    private static void MapEndpoints(WebApplication app)
    {
        HealthEndpoints.Map(app);
        MetricsEndpoint.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");

        var api = app.MapGroup("/api")
            .RequireAuthorization()
            .WithMetadata(new InsideWorkspace(Required: true))
            .WithProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        SystemEndpoints.Map(api);
        foreach (var capability in Capabilities.All)
        {
            capability.MapEndpoints(api);
            capability.MapOuterEndpoints(app);
        }

        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], AnswerPage)
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>
    /// What no endpoint answers: the app's own page, unless the address is one of the API's. That is not a route of its own,
    /// because it would also catch requests whose method or media type is wrong and call them unknown.
    /// </summary>
    private static IResult AnswerPage(HttpContext context, WebAppFiles files)
    {
        if (!ReservedPrefixes.Any(prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            return files.Answer(context);
        }

        return context.User.Identity is { IsAuthenticated: true }
            ? new ProblemResult(FailureProblems.UnknownEndpoint(context.Request))
            : TypedResults.Challenge();
    }
}
