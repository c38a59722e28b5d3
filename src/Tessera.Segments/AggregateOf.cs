namespace Tessera.Segments;

/// <summary><c>sum of revenue of "Order Completed"</c>, and average, minimum, maximum, median. Only numbers, and text that is one, count.</summary>
/// <param name="Aggregate">How the values become one number.</param>
/// <param name="Property">The property.</param>
/// <param name="Event">The events read.</param>
/// <param name="Period">When.</param>
public sealed record AggregateOf(NumberAggregate Aggregate, ValuePath Property, EventSelector Event, Period Period) : Measure
{
    /// <inheritdoc/>
    public override bool IsNumber => true;

    internal override IEnumerable<(EventSelector Event, Period Period)> Sources => [(Event, Period)];
}
