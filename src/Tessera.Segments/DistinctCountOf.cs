namespace Tessera.Segments;

/// <summary><c>count of distinct project_id of "Export File"</c>: how many different text forms the property's present values have.</summary>
/// <param name="Property">The property.</param>
/// <param name="Event">The events read.</param>
/// <param name="Period">When.</param>
public sealed record DistinctCountOf(ValuePath Property, EventSelector Event, Period Period) : Measure
{
    /// <inheritdoc/>
    public override bool IsNumber => true;

    internal override IEnumerable<(EventSelector Event, Period Period)> Sources => [(Event, Period)];
}
