namespace Tessera.Segments;

/// <summary><c>count of "Export File" in the last 14 days</c>.</summary>
/// <param name="Event">The events counted.</param>
/// <param name="Period">When.</param>
public sealed record CountOf(EventSelector Event, Period Period) : Measure
{
    /// <inheritdoc/>
    public override bool IsNumber => true;

    internal override IEnumerable<(EventSelector Event, Period Period)> Sources => [(Event, Period)];
}
