namespace Tessera.Segments;

/// <summary><c>at least 3 times</c>, <c>on at least 3 days</c>: how often something happened.</summary>
/// <param name="Count">What is asked of the count.</param>
/// <param name="Of">What is counted.</param>
public sealed record Quantity(CountTest Count, Counted Of = Counted.Times)
{
    /// <summary><c>at least 1 time</c>, the default.</summary>
    public static Quantity AtLeastOnce { get; } = new(CountTest.AtLeastOne);

    /// <summary>The quantity as the language writes it.</summary>
    public override string ToString() => Text.Printer.Print(this);
}
