using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.ClickHouse;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Segments.Rfm.Endpoints;

internal static class RfmEndpoints
{
    private static readonly Statement Export = ExportFormat.Load("Segments/Rfm/Sql/Export.sql");

    public static void Map(IEndpointRouteBuilder api)
    {
        var rfm = api.MapGroup("/rfm").WithTags("RFM");
        rfm.MapGet("", ReadAsync)
            .WithName("getRfm")
            .WithSummary("The RFM model: its options, cut-offs, grid and rules.");
        rfm.MapPut("", ChangeAsync)
            .WithName("changeRfm")
            .WithSummary("Changes the model's options and computes everybody's segment anew, in the background.")
            .WithProblems(StatusCodes.Status400BadRequest);
        rfm.MapGet("/customers.csv", ExportAsync)
            .WithName("exportRfmCustomers")
            .WithSummary("Every customer's values, scores and segment as CSV.")
            .Produces<string>(StatusCodes.Status200OK, ExportFormat.Csv.MediaType)
            .WithProblems(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<RfmView>> ReadAsync(CurrentWorkspace workspace, RfmReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(RfmViews.Of(await reader.ReadAsync(workspace.Key, cancellationToken)));

    private static async Task<Results<Accepted<RfmView>, ProblemResult>> ChangeAsync(
        RfmChange change, CurrentWorkspace workspace, RfmModelStore models, RfmQueue queue, RfmReader reader, CancellationToken cancellationToken)
    {
        var errors = RfmOptionsValidator.Validate(change.Options);
        if (errors.Count > 0)
        {
            return new ProblemResult(SegmentProblems.OptionsInvalid(errors));
        }

        await models.ChangeAsync(workspace.Key, change.Options, cancellationToken);
        queue.Enqueue(workspace.Key);
        return TypedResults.Accepted("/api/rfm", RfmViews.Of(await reader.ReadAsync(workspace.Key, cancellationToken)));
    }

    private static async Task<IResult> ExportAsync(
        CurrentWorkspace workspace, RfmReader reader, ClickHouseClient engine, CancellationToken cancellationToken)
    {
        var standing = await reader.ReadAsync(workspace.Key, cancellationToken);
        return new ExportAnswer(engine, Export.With("workspace", workspace.Key.Value).With("version", standing.Version ?? 0), "rfm-customers", ExportFormat.Csv);
    }
}
