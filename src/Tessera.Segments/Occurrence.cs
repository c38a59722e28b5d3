namespace Tessera.Segments;

/// <summary>Which of several events, ordered by time and then by message id.</summary>
public enum Occurrence
{
    /// <summary>The earliest.</summary>
    First,

    /// <summary>The latest.</summary>
    Last,
}
