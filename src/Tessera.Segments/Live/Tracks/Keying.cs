namespace Tessera.Segments.Live.Tracks;

/// <summary>What makes entries count as one.</summary>
internal enum Keying
{
    /// <summary>Nothing: every entry counts.</summary>
    None,

    /// <summary>The day they lie on.</summary>
    Day,

    /// <summary>Their text.</summary>
    Text,
}
