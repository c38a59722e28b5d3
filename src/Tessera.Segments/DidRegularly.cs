namespace Tessera.Segments;

/// <summary>
/// <c>did "Login" at least 2 times per week in at least 3 of the last 4 weeks</c>: of the rolling units back from <c>t</c>,
/// <c>(t - 1 week, t]</c>, <c>(t - 2 weeks, t - 1 week]</c> …, enough have the quantity.
/// </summary>
public sealed record DidRegularly : Expression
{
    /// <summary>The most units looked at.</summary>
    public const int MaxUnits = 1_000;

    /// <summary>Creates the condition.</summary>
    /// <param name="event">The events counted.</param>
    /// <param name="quantity">How often in a unit.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="minimum">In how many units at least: 0 or more.</param>
    /// <param name="of">Of how many units back from <c>t</c>: 1 to <see cref="MaxUnits"/>.</param>
    public DidRegularly(EventSelector @event, Quantity quantity, DurationUnit unit, int minimum, int of)
    {
        if (of is < 1 or > MaxUnits)
        {
            throw new ArgumentOutOfRangeException(nameof(of), of, $"Between 1 and {MaxUnits} units can be looked at.");
        }

        (Event, Quantity, Unit, Minimum, Of) = (@event, quantity, unit, Guard.Count(minimum, nameof(minimum)), of);
    }

    /// <summary>The events counted.</summary>
    public EventSelector Event { get; }

    /// <summary>How often in a unit.</summary>
    public Quantity Quantity { get; }

    /// <summary>The unit.</summary>
    public DurationUnit Unit { get; }

    /// <summary>In how many units at least.</summary>
    public int Minimum { get; }

    /// <summary>Of how many units back from <c>t</c>.</summary>
    public int Of { get; }
}
