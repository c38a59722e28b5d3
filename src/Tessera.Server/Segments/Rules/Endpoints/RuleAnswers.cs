using System.Text.Json;
using Tessera.Server.Segments.Endpoints;
using Tessera.Server.Segments.Rules.Versions;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Something that is wrong with a definition, or looks wrong.</summary>
/// <param name="Severity"><c>error</c>: it is refused; <c>warning</c>: data may still come.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">How many characters it is about; 0 at the end of the text.</param>
/// <param name="Suggestion">What was probably meant, to replace those characters; null when nobody can tell.</param>
/// <param name="Path">Where in a tree, as a JSON Pointer; null in a text.</param>
internal sealed record DefinitionProblem(string Severity, string Code, string Message, int Line, int Column, int Length, string? Suggestion, string? Path = null);

/// <summary>What a definition was read as.</summary>
/// <param name="Canonical">The text as it is kept.</param>
/// <param name="Description">The definition in plain English.</param>
/// <param name="Tree">The definition as a tree, in the language's JSON form.</param>
/// <param name="Warnings">What looks wrong.</param>
/// <param name="References">The keys of the segments it refers to.</param>
/// <param name="Cost">What evaluating it takes.</param>
internal sealed record ParsedSegment(
    string Canonical, string Description, JsonElement Tree, IReadOnlyList<DefinitionProblem> Warnings, IReadOnlyList<string> References, CostView Cost);

/// <summary>Who would belong.</summary>
/// <param name="Count">How many; judged from a part of the customers where the answer is not exact.</param>
/// <param name="Total">How many customers there were at that instant.</param>
/// <param name="Share">Their part, 0 to 1.</param>
/// <param name="At">The instant.</param>
/// <param name="Exact">Whether everybody was asked about.</param>
/// <param name="Margin">How far the true count is from the one given at most, in 95 of 100 cases; 0 when it is exact.</param>
/// <param name="Sample">Some of them.</param>
/// <param name="Warnings">What looks wrong with the definition.</param>
/// <param name="Overlaps">The segments there are that any of them are in now, the largest part first.</param>
/// <param name="Cost">What evaluating the definition for everybody takes.</param>
internal sealed record SegmentPreview(
    long Count,
    long Total,
    double Share,
    DateTimeOffset At,
    bool Exact,
    long Margin,
    IReadOnlyList<SegmentMember> Sample,
    IReadOnlyList<DefinitionProblem> Warnings,
    IReadOnlyList<PreviewOverlap> Overlaps,
    CostView Cost);

/// <summary>A segment that some of those who would belong are in.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Count">How many of them.</param>
/// <param name="Share">Their part of those who would belong, 0 to 1.</param>
internal sealed record PreviewOverlap(string Key, string Name, long Count, double Share);

/// <summary>Everything a segment ever was.</summary>
/// <param name="Items">The latest first.</param>
/// <param name="Next">Always null: the list is short.</param>
internal sealed record SegmentVersionList(IReadOnlyList<RuleVersion> Items, string? Next);

/// <summary>What changed between two versions.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Lines">The definition's lines, a condition each.</param>
/// <param name="Summary">What changed, in a sentence.</param>
internal sealed record SegmentVersionDiff(long From, long To, IReadOnlyList<DiffLine> Lines, string Summary);
