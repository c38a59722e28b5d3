using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Sources;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>Segment's tracking API.</summary>
internal static class TrackingEndpoints
{
    private static readonly (string Path, string Short, CallType? Type, string Summary)[] Calls =
    [
        ("track", "t", CallType.Track, "Takes one thing that a customer did."),
        ("identify", "i", CallType.Identify, "Takes who a customer is."),
        ("page", "p", CallType.Page, "Takes one page that a customer saw."),
        ("screen", "s", CallType.Screen, "Takes one screen of an app that a customer saw."),
        ("group", "g", CallType.Group, "Takes which company a customer belongs to."),
        ("alias", "a", CallType.Alias, "Takes that two ids are the same customer."),
        ("batch", "b", null, "Takes up to 500 KB of calls of any type at once."),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tracking = routes.MapGroup("/v1").WithTags("Tracking").AllowAnonymous().AddEndpointFilter<CrossOrigin>();
        foreach (var (path, brief, type, summary) in Calls)
        {
            Task<IResult> Accept(HttpContext context, TrackingIntake intake) => intake.AcceptAsync(context, type);
            tracking.MapPost($"/{path}", Accept)
                .WithName(path)
                .WithSummary(summary)
                .WithDescription("As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.")
                .Produces<TrackingAnswer>()
                .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status415UnsupportedMediaType,
                    StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable)
                .AddOpenApiOperationTransformer((operation, _, _) =>
                {
                    operation.RequestBody = DescribeBody(type);
                    return Task.CompletedTask;
                });
            tracking.MapPost($"/{brief}", Accept).ExcludeFromDescription();
            tracking.MapMethods($"/{path}", [HttpMethods.Options], CrossOrigin.AnswerPreflight).ExcludeFromDescription();
            tracking.MapMethods($"/{brief}", [HttpMethods.Options], CrossOrigin.AnswerPreflight).ExcludeFromDescription();
        }

        tracking.MapGet("/projects/{writeKey}/settings", ShowSettingsAsync)
            .WithName("getSourceSettings")
            .WithSummary("What the browser SDK loads before it sends.")
            .Produces<JsonObject>()
            .WithProblems(StatusCodes.Status404NotFound);
        tracking.MapMethods("/projects/{writeKey}/settings", [HttpMethods.Options], CrossOrigin.AnswerPreflight).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowSettingsAsync(string writeKey, HttpRequest request, SourceDirectory sources, CancellationToken cancellationToken) =>
        await sources.FindAsync(writeKey, cancellationToken) is null
            ? new ProblemResult(TrackingProblems.NoSuchSource())
            : TypedResults.Ok(SourceSettings.Of(writeKey, request));

    private static OpenApiRequestBody DescribeBody(CallType? type) => new()
    {
        Required = true,
        Description = type is null
            ? "{ \"batch\": [ call, … ], \"context\"?, \"sentAt\"?, \"writeKey\"? }; each call says its type."
            : "The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
        },
    };
}
