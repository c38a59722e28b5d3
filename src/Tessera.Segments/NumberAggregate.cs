namespace Tessera.Segments;

/// <summary>How the numeric values of a property become one number.</summary>
public enum NumberAggregate
{
    /// <summary>The sum; 0 of no values.</summary>
    Sum,

    /// <summary>The arithmetic mean; missing of no values.</summary>
    Average,

    /// <summary>The least; missing of no values.</summary>
    Minimum,

    /// <summary>The greatest; missing of no values.</summary>
    Maximum,

    /// <summary>The middle one in order, or the mean of the middle two; missing of no values.</summary>
    Median,
}
