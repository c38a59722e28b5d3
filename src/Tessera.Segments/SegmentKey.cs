namespace Tessera.Segments;

/// <summary>The name by which one segment refers to another.</summary>
/// <param name="Value">The key.</param>
public sealed record SegmentKey(string Value)
{
    /// <summary>The key in quotes.</summary>
    public override string ToString() => Text.Printer.Quote(Value);
}
