namespace Tessera.Segments;

/// <summary><c>did "Export File" at least 3 times in the last 14 days</c>.</summary>
/// <param name="Event">The events counted.</param>
/// <param name="Quantity">How often.</param>
/// <param name="Period">When.</param>
public sealed record Did(EventSelector Event, Quantity Quantity, Period Period) : Expression
{
    /// <summary>At least once, ever.</summary>
    /// <param name="selector">The events.</param>
    public Did(EventSelector selector)
        : this(selector, Quantity.AtLeastOnce, Ever.Period)
    {
    }
}
