namespace Tessera.Segments.Json;

/// <summary>What reading JSON gave: a segment, or the first reason why there is none.</summary>
/// <param name="Segment">The segment, or null.</param>
/// <param name="Pointer">Where the problem is, as a JSON Pointer (RFC 6901); empty for the whole.</param>
/// <param name="Problem">The problem in a sentence; empty when there is a segment.</param>
public sealed record SegmentJsonResult(Segment? Segment, string Pointer, string Problem);
