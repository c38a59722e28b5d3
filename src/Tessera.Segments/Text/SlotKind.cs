namespace Tessera.Segments.Text;

/// <summary>What a <see cref="Slot"/> is for.</summary>
internal enum SlotKind
{
    /// <summary>The name of an event.</summary>
    Event,

    /// <summary>The path of a trait.</summary>
    Trait,

    /// <summary>The path of a property.</summary>
    Property,

    /// <summary>A text that a value is compared with.</summary>
    Value,

    /// <summary>A version that a value is compared with.</summary>
    Version,

    /// <summary>The key of a segment.</summary>
    Segment,

    /// <summary>A number that a value is compared with.</summary>
    Number,

    /// <summary>How many.</summary>
    Count,

    /// <summary>A percentage with its sign.</summary>
    Percentage,

    /// <summary>A number and a unit.</summary>
    Duration,

    /// <summary>A number of days or weeks.</summary>
    WholeDays,

    /// <summary>A day or an instant.</summary>
    Instant,
}
