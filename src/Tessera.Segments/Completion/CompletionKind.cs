namespace Tessera.Segments.Completion;

/// <summary>What a <see cref="CompletionItem"/> is.</summary>
public enum CompletionKind
{
    /// <summary>A word or sign of the language.</summary>
    Keyword,

    /// <summary>An event's name.</summary>
    Event,

    /// <summary>A trait's path.</summary>
    Trait,

    /// <summary>A property's path.</summary>
    Property,

    /// <summary>A value that was seen.</summary>
    Value,

    /// <summary>A segment's key.</summary>
    Segment,

    /// <summary>A number, a percentage, a day.</summary>
    Number,

    /// <summary>A length of time.</summary>
    Duration,
}
