namespace Tessera.Segments;

/// <summary><c>most frequent format of "Export File"</c>: the text form most events have; of several, the smallest.</summary>
/// <param name="Property">The property.</param>
/// <param name="Event">The events read.</param>
/// <param name="Period">When.</param>
public sealed record MostFrequentOf(ValuePath Property, EventSelector Event, Period Period) : Measure
{
    /// <inheritdoc/>
    public override bool IsNumber => false;

    internal override IEnumerable<(EventSelector Event, Period Period)> Sources => [(Event, Period)];
}
