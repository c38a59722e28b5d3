using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>What a source sent so far.</summary>
/// <param name="Events">The names of its events, as the segment language names them.</param>
/// <param name="Traits">Whether it sent identify calls.</param>
/// <param name="Companies">Whether it sent group calls.</param>
/// <param name="Anything">Whether it sent any call.</param>
internal sealed record SourceContent(IReadOnlySet<string> Events, bool Traits, bool Companies, bool Anything)
{
    /// <summary>What a segment asks about that the source sent; null when that is nothing.</summary>
    public SourceUse? UseOf(SegmentUse segment)
    {
        List<string> named = [.. segment.Events.Where(Events.Contains).Order(StringComparer.Ordinal)];
        var about = segment.AnyEvent && Events.Count > 0 ? ["any event"] : named.ToList();
        var others = new[] { (segment.Traits && Traits, "traits"), (segment.Company && Companies, "companies"), (segment.Context && Anything, "context") };
        about.AddRange(others.Where(other => other.Item1).Select(other => other.Item2));
        return about.Count == 0 ? null : new SourceUse(segment.Key, segment.Name, named, about);
    }
}
