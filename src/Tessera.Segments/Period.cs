namespace Tessera.Segments;

/// <summary>The span of time in which events count at an instant <c>t</c>; events after <c>t</c> never do. A closed family.</summary>
public abstract record Period
{
    private protected Period()
    {
    }

    /// <summary>The period as the language writes it; empty for <see cref="Ever"/>, the default.</summary>
    public sealed override string ToString() => Text.Printer.Print(this);
}
