using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Imports.Jobs;

namespace Tessera.Server.Imports.Endpoints;

internal static class ImportEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("", StartAsync)
            .WithName("startImport")
            .WithSummary("Imports a file: multipart/form-data with the parts file, kind (orders, events, customers), map and options (JSON, both optional).")
            .WithMetadata(new UnlimitedBody())
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status507InsufficientStorage)
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<ImportView>(StatusCodes.Status202Accepted);
        imports.MapGet("", ListAsync)
            .WithName("listImports")
            .WithSummary("Lists the imports of the workspace, newest first.");
        imports.MapGet("/{id:guid}", ShowAsync)
            .WithName("getImport")
            .WithSummary("Shows one import: how far it is, what its rows were, what it asks.");
        imports.MapGet("/{id:guid}/rejected", RejectedAsync)
            .WithName("getRejectedRows")
            .WithSummary("The rows that could not be understood, as CSV: line, column, value, reason, raw.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        imports.MapPost("/{id:guid}/answers", AnswerAsync)
            .WithName("answerImport")
            .WithSummary("Answers the questions of an import in state needs-answer, which then goes on.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
        imports.MapPost("/guess", GuessAsync)
            .WithName("guessImport")
            .WithSummary("Looks at the beginning of a file (a workbook must be whole) and guesses how it is to be read; nothing is imported.")
            .WithMetadata(new RequestSizeLimitAttribute(ImportGuesser.MostBytes + (1 << 20)))
            .WithProblems(StatusCodes.Status400BadRequest)
            .Accepts<IFormFile>("multipart/form-data");
    }

    private static async Task<Results<Accepted<ImportView>, ProblemResult>> StartAsync(
        HttpRequest request, ImportIntake intake, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            var import = await intake.ReceiveAsync(request, workspace.Key, cancellationToken);
            return TypedResults.Accepted($"/api/imports/{import.Id:D}", ImportView.Of(import));
        }
        catch (ImportException failure)
        {
            return new ProblemResult(ImportProblems.Refused(failure));
        }
    }

    private static async Task<Results<Ok<ImportPage>, ProblemResult>> ListAsync(
        ImportStore store, ImportMeters meters, CurrentWorkspace workspace, CancellationToken cancellationToken, string? cursor = null, int limit = DefaultLimit)
    {
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        Guid? after = null;
        if (cursor is not null)
        {
            if (!Guid.TryParse(cursor, out var last))
            {
                return new ProblemResult(PagingProblems.CursorInvalid());
            }

            after = last;
        }

        var imports = await store.ListAsync(workspace.Key, after, limit + 1, cancellationToken);
        var page = imports.Take(limit).ToList();
        return TypedResults.Ok(new ImportPage(
            [.. page.Select(import => ImportView.Of(meters.UpToDate(import)))], imports.Count > limit ? page[^1].Id.ToString("D") : null));
    }

    private static async Task<Results<Ok<ImportView>, ProblemResult>> ShowAsync(
        Guid id, ImportStore store, ImportMeters meters, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await store.FindAsync(workspace.Key, id, cancellationToken) is { } import
            ? TypedResults.Ok(ImportView.Of(meters.UpToDate(import)))
            : new ProblemResult(ImportProblems.NotFound(id));

    private static async Task<Results<PhysicalFileHttpResult, ProblemResult>> RejectedAsync(
        Guid id, ImportStore store, ImportSpool spool, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspace.Key, id, cancellationToken) is not { } import)
        {
            return new ProblemResult(ImportProblems.NotFound(id));
        }

        return File.Exists(spool.RejectedOf(id))
            ? TypedResults.PhysicalFile(spool.RejectedOf(id), "text/csv; charset=utf-8", $"{import.FileName}.rejected.csv")
            : new ProblemResult(ImportProblems.NothingRejected(id));
    }

    private static async Task<Results<Accepted<ImportView>, ProblemResult>> AnswerAsync(
        Guid id, AnswersRequest request, ImportStore store, ImportIntake intake, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspace.Key, id, cancellationToken) is not { } import)
        {
            return new ProblemResult(ImportProblems.NotFound(id));
        }

        if (import.State != ImportState.NeedsAnswer)
        {
            return new ProblemResult(ImportProblems.NothingAsked(import.State));
        }

        try
        {
            var answered = await intake.AnswerAsync(import, request.Answers, cancellationToken);
            return TypedResults.Accepted($"/api/imports/{id:D}", ImportView.Of(answered));
        }
        catch (ImportException failure)
        {
            return new ProblemResult(ImportProblems.Refused(failure));
        }
    }

    private static async Task<Results<Ok<ImportGuess>, ProblemResult>> GuessAsync(
        HttpRequest request, ImportGuesser guesser, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(await guesser.GuessAsync(request, workspace.Key, cancellationToken));
        }
        catch (ImportException failure)
        {
            return new ProblemResult(ImportProblems.Refused(failure));
        }
    }

    /// <summary>Files may be of any size: they are written to disk as they arrive.</summary>
    private sealed class UnlimitedBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
