namespace Tessera.Segments;

/// <summary>What a quantity counts.</summary>
public enum Counted
{
    /// <summary>Events.</summary>
    Times,

    /// <summary>Distinct days with an event, in the workspace's time zone.</summary>
    Days,
}
