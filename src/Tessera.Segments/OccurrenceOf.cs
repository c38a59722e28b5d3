namespace Tessera.Segments;

/// <summary><c>last of plan of "Plan Changed"</c>, <c>first of …</c>: the property's value in the last or first event that has it.</summary>
/// <param name="Occurrence">Which event.</param>
/// <param name="Property">The property.</param>
/// <param name="Event">The events read.</param>
/// <param name="Period">When.</param>
public sealed record OccurrenceOf(Occurrence Occurrence, ValuePath Property, EventSelector Event, Period Period) : Measure
{
    /// <inheritdoc/>
    public override bool IsNumber => false;

    internal override IEnumerable<(EventSelector Event, Period Period)> Sources => [(Event, Period)];
}
