using System.Text.Json;
using Tessera.Server.Segments.Endpoints;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Something that is wrong with a definition, or looks wrong.</summary>
/// <param name="Severity"><c>error</c>: it is refused; <c>warning</c>: data may still come.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">How many characters it is about; 0 at the end of the text.</param>
/// <param name="Suggestion">What was probably meant, to replace those characters; null when nobody can tell.</param>
internal sealed record DefinitionProblem(string Severity, string Code, string Message, int Line, int Column, int Length, string? Suggestion);

/// <summary>What a definition was read as.</summary>
/// <param name="Canonical">The text as it is kept.</param>
/// <param name="Reading">The definition in plain English.</param>
/// <param name="Tree">The definition as a tree, in the language's JSON form.</param>
/// <param name="Warnings">What looks wrong.</param>
/// <param name="References">The keys of the segments it refers to.</param>
internal sealed record ParsedSegment(string Canonical, string Reading, JsonElement Tree, IReadOnlyList<DefinitionProblem> Warnings, IReadOnlyList<string> References);

/// <summary>Who would belong.</summary>
/// <param name="Count">How many.</param>
/// <param name="Total">How many customers there were at that instant.</param>
/// <param name="Share">Their part, 0 to 1.</param>
/// <param name="At">The instant.</param>
/// <param name="Sample">Some of them.</param>
/// <param name="Warnings">What looks wrong with the definition.</param>
internal sealed record SegmentPreview(
    long Count, long Total, double Share, DateTimeOffset At, IReadOnlyList<SegmentMember> Sample, IReadOnlyList<DefinitionProblem> Warnings);

/// <summary>Everything a segment ever was.</summary>
/// <param name="Items">The latest first.</param>
/// <param name="Next">Always null: the list is short.</param>
internal sealed record SegmentVersionList(IReadOnlyList<RuleVersion> Items, string? Next);
