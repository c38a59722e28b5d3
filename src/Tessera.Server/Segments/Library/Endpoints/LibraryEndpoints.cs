using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Library.Endpoints;

/// <summary>Ready segments for the seven strategies.</summary>
internal static class LibraryEndpoints
{
    public static void Map(IEndpointRouteBuilder segments)
    {
        segments.MapGet("/library", ListAsync)
            .WithName("listSegmentLibrary")
            .WithSummary("Ready segments for the seven strategies, fitted to the workspace's data; what the data cannot carry says what is missing.")
            .WithProblems(StatusCodes.Status400BadRequest);
        segments.MapPost("/library/{key}/adopt", AdoptAsync)
            .WithName("adoptSegment")
            .WithSummary("Makes a ready segment one of the workspace's.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<LibraryList>, ProblemResult>> ListAsync(
        string? strategy, CurrentWorkspace workspace, LibraryReader reader, LibraryFigures figures, CatalogueReader catalogues, RuleStore rules, CancellationToken cancellationToken)
    {
        if (strategy is not null && !SegmentKinds.Strategies.Contains(strategy, StringComparer.Ordinal))
        {
            return new ProblemResult(SegmentProblems.OneOf("segment-strategy-unknown", "strategy", strategy, SegmentKinds.Strategies));
        }

        var entries = await reader.ReadAsync(workspace.Key, cancellationToken);
        var found = await figures.ReadAsync(workspace.Key, [.. entries.Where(entry => entry.Segment is not null)], cancellationToken);
        var kinds = FigureNames.Of(await catalogues.ReadAsync(workspace.Key, cancellationToken)).Frequent.Count;
        var adopted = (await rules.ListAsync(workspace.Key, cancellationToken)).Where(segment => segment.Library is not null).ToLookup(segment => segment.Library, StringComparer.Ordinal);
        return TypedResults.Ok(new LibraryList(
            [.. entries.Where(entry => strategy is null || entry.Entry.Strategy == strategy).Select(entry => View(entry, found, kinds, adopted[entry.Entry.Key].FirstOrDefault()?.Key))], Next: null));
    }

    private static async Task<Results<Created<SegmentView>, ProblemResult>> AdoptAsync(
        string key,
        AdoptSegmentRequest request,
        CurrentWorkspace workspace,
        ICaller caller,
        LibraryReader reader,
        RuleEditing editing,
        RuleViews views,
        CancellationToken cancellationToken)
    {
        if (LibraryCatalogue.Find(key) is not { } entry)
        {
            return new ProblemResult(new Problem(
                StatusCodes.Status404NotFound, "library-segment-not-found", "No such ready segment", $"There is no ready segment \"{key}\"; GET /api/segments/library lists those there are."));
        }

        var fitted = await reader.FitAsync(workspace.Key, entry, request.Parameters ?? new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        var unknown = request.Parameters?.Keys.FirstOrDefault(name => fitted.Parameters.All(parameter => parameter.Name != name));
        if (unknown is not null)
        {
            return new ProblemResult(SegmentProblems.OneOf("parameter-unknown", "a parameter", unknown, fitted.Parameters.Select(parameter => parameter.Name)));
        }

        if (fitted.Segment is null)
        {
            return new ProblemResult(SegmentProblems.Invalid("library-segment-unavailable", string.Join(' ', fitted.Missing)));
        }

        var target = request.Key ?? entry.Key;
        return await editing.CreateAsync(workspace.Key, target, request.Name ?? entry.Name, fitted.Definition, entry.Description, caller.Name, entry.Key, cancellationToken) is { } problem ? new ProblemResult(problem)
            : await views.FindAsync(workspace.Key, target, cancellationToken) is { } view ? TypedResults.Created($"/api/segments/{target}", view)
            : new ProblemResult(RuleProblems.NotFound(target));
    }

    private static LibraryItem View(FittedEntry fitted, IReadOnlyDictionary<string, LibraryFigure>? figures, int kinds, string? adoptedAs)
    {
        var isAvailable = fitted.Segment is not null;
        var members = isAvailable ? figures?.GetValueOrDefault(fitted.Entry.Key) : null;
        return new LibraryItem(
            fitted.Entry.Key,
            fitted.Entry.Name,
            fitted.Entry.Strategy,
            fitted.Entry.Question,
            fitted.Entry.Description,
            fitted.Definition,
            fitted.Parameters,
            LibraryMetrics.Of(fitted.Entry.Strategy, members, figures?.GetValueOrDefault(string.Empty), kinds),
            isAvailable,
            fitted.Missing,
            members?.Customers,
            adoptedAs);
    }
}
