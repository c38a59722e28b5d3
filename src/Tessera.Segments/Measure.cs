namespace Tessera.Segments;

/// <summary>A value computed from a customer's events: <c>sum of revenue of "Order Completed" in the last 90 days</c>. A closed family.</summary>
public abstract record Measure
{
    private protected Measure()
    {
    }

    /// <summary>Whether the value is always a number; otherwise it is a property's value, read as the test asks.</summary>
    public abstract bool IsNumber { get; }

    /// <summary>The measure as the language writes it.</summary>
    public sealed override string ToString() => Text.Printer.Print(this);

    internal abstract IEnumerable<(EventSelector Event, Period Period)> Sources { get; }
}
