namespace Tessera.Segments;

/// <summary>
/// A question about one customer at one instant, answered yes or no: a condition, or conditions joined by <c>and</c>, <c>or</c>,
/// <c>not</c> or <c>at least N of</c>. A closed family of immutable records that compare by value.
/// </summary>
public abstract record Expression
{
    private protected Expression()
    {
    }

    /// <summary>The canonical text of the expression.</summary>
    public sealed override string ToString() => Text.Printer.Print(this);

    internal virtual IEnumerable<Expression> Parts => [];
}
