using System.Text.Json;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>A segment to make.</summary>
/// <param name="Key">Its name in URLs and in other segments: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Definition">Who belongs, in the segment language.</param>
/// <param name="Description">What it is for; may be left out.</param>
internal sealed record CreateSegmentRequest(string? Key = null, string? Name = null, string? Definition = null, string? Description = null);

/// <summary>What to change about a segment; what is left out stays.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Definition">Who belongs, in the segment language.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Version">The version that the change was made from: it is refused when another is in force by now. Left out, the change is made to whatever is.</param>
internal sealed record ChangeSegmentRequest(string? Name = null, string? Definition = null, string? Description = null, long? Version = null);

/// <summary>A definition to read and check.</summary>
/// <param name="Definition">The text.</param>
/// <param name="Tree">Instead of a text, a tree in the language's JSON form.</param>
/// <param name="Key">The key of the segment that it is or will be the definition of, so that a circle is noticed; may be left out.</param>
internal sealed record ParseSegmentRequest(string? Definition = null, JsonElement? Tree = null, string? Key = null);

/// <summary>A definition to try out.</summary>
/// <param name="Definition">The text.</param>
/// <param name="At">The instant asked about, or a date, which is its start in the workspace's time zone; now when left out.</param>
/// <param name="Mode"><c>exact</c>, the default, or <c>sampled</c>: an answer at once, about a part of the customers.</param>
/// <param name="Key">The key of the segment that it is or will be the definition of, so that a circle is noticed; may be left out.</param>
internal sealed record PreviewSegmentRequest(string? Definition = null, string? At = null, string? Mode = null, string? Key = null);
