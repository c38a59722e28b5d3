using Microsoft.AspNetCore.Http;
using Tessera.Segments;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>What can be wrong with a request about a segment in the language.</summary>
internal static class RuleProblems
{
    public static Problem Definition(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var first = errors[0];
        var more = errors.Count > 1 ? $" There are {errors.Count - 1} more." : string.Empty;
        return new Problem(
            StatusCodes.Status400BadRequest,
            "segment-definition-invalid",
            "Definition not understood",
            $"Line {first.Span.Line}, column {first.Span.Column}: {first.Message}{more}")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = errors.ConvertAll(View),
                ["warnings"] = diagnostics.Except(errors).Select(View),
            },
        };
    }

    /// <summary>Everything that is wrong with a segment at once: with its key, name and description, and with its definition.</summary>
    public static Problem Refused(IReadOnlyList<FieldProblem> fields, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (fields.Count == 0)
        {
            return Definition(diagnostics);
        }

        var mistakes = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var isOne = fields.Count == 1 && mistakes.Count == 0;
        return SegmentProblems.Invalid(
            isOne ? fields[0].Code : "segment-invalid",
            string.Join(' ', fields.Select(field => field.Message).Concat(mistakes.Select(mistake => $"Line {mistake.Span.Line}, column {mistake.Span.Column}: {mistake.Message}")))) with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = (object[])[.. fields, .. mistakes.Select(View)] },
        };
    }

    public static FieldProblem Taken(string key) => new("key", "segment-exists", KeyTaken(key).Detail);

    public static Problem KeyTaken(string key) => new(
        StatusCodes.Status409Conflict, "segment-exists", "Segment exists", $"There is a segment \"{key}\" already; choose another key, or change that one.");

    public static Problem Changed(string key) => new(
        StatusCodes.Status409Conflict, "segment-changed", "Segment was changed", $"Segment \"{key}\" was changed by somebody else in the meantime; read it again and repeat the change.");

    /// <summary>Why a change was not made that was right when it was checked; null where it is for no other reason than that a segment is another by now.</summary>
    public static Problem? Refused(RuleOutcome outcome) =>
        outcome.Circle.Count > 0 ? Circle(outcome.Circle)
        : outcome.Dependants.Count > 0 ? InUse(outcome.Key, outcome.Dependants)
        : outcome.Key.Length > 0 ? new Problem(
            StatusCodes.Status409Conflict, "segment-gone", "Segment is gone", $"Segment \"{outcome.Key}\", which the definition refers to, was deleted by somebody else just now.")
        : null;

    private static Problem Circle(IReadOnlyList<string> path) => new(
        StatusCodes.Status409Conflict,
        "segment-circle",
        "Segments refer to one another in a circle",
        $"Segments cannot refer to one another in a circle: {string.Join(" → ", path)}. One of them was changed by somebody else just now.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["path"] = path },
    };

    public static Problem InUse(string key, IReadOnlyList<string> dependants) => new(
        StatusCodes.Status409Conflict, "segment-in-use", "Segment is in use", $"Segment \"{key}\" cannot be deleted while {string.Join(", ", dependants)} {(dependants.Count == 1 ? "refers" : "refer")} to it; change those first.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["dependants"] = dependants },
    };

    public static Problem Fixed(string key) => new(
        StatusCodes.Status409Conflict, "segment-fixed", "Segment is not written by hand", $"Segment \"{key}\" is made by the RFM model; change the model with PUT /api/rfm instead.");

    public static Problem NotFound(string key) => new(
        StatusCodes.Status404NotFound, "segment-not-found", "No such segment", $"There is no segment \"{key}\"; GET /api/segments lists those there are.");

    public static Problem Missing(string key) => RuleEditing.IsReserved(key) ? Fixed(key) : NotFound(key);

    public static Problem NoSuchVersion(string key, long version, long latest) => new(
        StatusCodes.Status404NotFound, "segment-version-not-found", "No such version", $"Segment \"{key}\" has no version {version}; it has 1 to {latest}.");

    public static Problem TooLong() => new(
        StatusCodes.Status400BadRequest,
        "segment-too-long",
        "Definition too long",
        "The names and values of the definition, with those of the segments it refers to, are longer than the engine takes at once; use fewer, or a pattern instead of a list.");

    public static Problem Tree(string pointer, string problem) => new(
        StatusCodes.Status400BadRequest, "segment-definition-invalid", "Tree not understood", $"At \"{pointer}\": {problem}")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["errors"] = new[] { new DefinitionProblem("error", "bad-tree", problem, Line: 1, Column: 1, Length: 0, Suggestion: null, pointer) },
        },
    };

    public static DefinitionProblem View(Diagnostic diagnostic) => new(
        diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
        diagnostic.Code,
        diagnostic.Message,
        diagnostic.Span.Line,
        diagnostic.Span.Column,
        diagnostic.Span.Length,
        diagnostic.Suggestion);
}
