using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Segments.Completion;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules.Completing;

/// <summary>What may follow in a definition that is being written.</summary>
internal static class CompletionEndpoints
{
    public static void Map(IEndpointRouteBuilder segments) => segments.MapPost("/complete", CompleteAsync)
        .WithName("completeDefinition")
        .WithSummary("What may stand at a place of a definition: words of the language, and names and values that the workspace has.")
        .WithDescription("position counts UTF-16 code units, as JavaScript does; the end of the definition when left out. At most 50 items, the likeliest first; an item's text replaces the definition between from and to.")
        .WithProblems(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<CompletionAnswer>, ProblemResult>> CompleteAsync(
        CompleteDefinitionRequest request,
        CurrentWorkspace workspace,
        CatalogueReader catalogues,
        RuleChecker checker,
        IWorkspaceDirectory workspaces,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var text = request.Definition ?? string.Empty;
        if (request.Position is < 0 || request.Position > text.Length)
        {
            return new ProblemResult(SegmentProblems.Invalid("position-invalid", $"position is {request.Position}; it lies between 0 and the length of the definition, {text.Length}."));
        }

        var zone = (await workspaces.FindAsync(workspace.Key, cancellationToken))?.TimeZone ?? "UTC";
        var completer = new SegmentCompleter(
            await catalogues.ReadAsync(workspace.Key, cancellationToken), await checker.SegmentsAsync(workspace.Key, cancellationToken), CalendarDays.Of(time.GetUtcNow(), zone));
        var list = completer.Complete(text, request.Position ?? text.Length);
        return TypedResults.Ok(new CompletionAnswer(
            list.From, list.To, [.. list.Items.Select(item => new CompletionAnswerItem(item.Text, item.Label, Kind(item.Kind), item.Detail))]));
    }

    private static string Kind(CompletionKind kind) => kind switch
    {
        CompletionKind.Keyword => "keyword",
        CompletionKind.Event => "event",
        CompletionKind.Trait => "trait",
        CompletionKind.Property => "property",
        CompletionKind.Value => "value",
        CompletionKind.Segment => "segment",
        CompletionKind.Number => "number",
        _ => "duration",
    };
}

/// <summary>A definition that is being written.</summary>
/// <param name="Definition">The text so far.</param>
/// <param name="Position">The place of the cursor, in UTF-16 code units; the end when left out.</param>
internal sealed record CompleteDefinitionRequest(string? Definition = null, int? Position = null);

/// <summary>What may stand there.</summary>
/// <param name="From">An item's text replaces the definition from here …</param>
/// <param name="To">… to here.</param>
/// <param name="Items">At most fifty, the likeliest first.</param>
internal sealed record CompletionAnswer(int From, int To, IReadOnlyList<CompletionAnswerItem> Items);

/// <summary>Something that may follow.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">keyword, event, trait, property, value, segment, number or duration.</param>
/// <param name="Detail">What is known about it, such as how often it was seen; or empty.</param>
internal sealed record CompletionAnswerItem(string Text, string Label, string Kind, string Detail);
