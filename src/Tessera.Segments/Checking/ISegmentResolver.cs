namespace Tessera.Segments.Checking;

/// <summary>Finds the segments that definitions refer to.</summary>
public interface ISegmentResolver
{
    /// <summary>The keys of all segments, those without a definition in the language (RFM segments, personas) included.</summary>
    IEnumerable<string> Keys { get; }

    /// <summary>Whether there is a segment of this key.</summary>
    /// <param name="key">The key.</param>
    bool Exists(string key);

    /// <summary>The definition of a segment, or null when there is no such segment or it is not defined in the language.</summary>
    /// <param name="key">The key.</param>
    Segment? Find(string key);

    /// <summary>Whether it is kept who entered and left a segment when, so that conditions on that can be asked.</summary>
    /// <param name="key">The key of a segment that exists.</param>
    bool KeepsHistory(string key) => true;

    /// <summary>Why a segment that exists cannot be referred to for now, as a sentence; null when it can.</summary>
    /// <param name="key">The key of a segment that exists.</param>
    string? Fault(string key) => null;
}
