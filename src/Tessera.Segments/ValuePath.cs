namespace Tessera.Segments;

/// <summary>
/// Where a value is found: in the customer's traits, or in an event's properties. <c>plan</c>, <c>address.city</c>,
/// <c>products.0.sku</c>; the first name may be one of the <see cref="Namespaces"/>.
/// </summary>
/// <param name="Segments">The names from the outside in, one or more; a list is entered by its index, from 0.</param>
public sealed record ValuePath(ValueList<string> Segments)
{
    /// <summary>A path of the given names.</summary>
    /// <param name="segments">The names from the outside in.</param>
    public ValuePath(params string[] segments)
        : this(new ValueList<string>(segments))
    {
    }

    /// <summary>The names from the outside in, one or more.</summary>
    public ValueList<string> Segments { get; } = Guard.NotEmpty(Segments, nameof(Segments));

    /// <summary>The first name.</summary>
    public string Root => Segments[0];

    /// <summary>The names joined by dots, for people; names with dots in them are not told apart.</summary>
    public string Display => string.Join('.', Segments);

    /// <summary>The path as the language writes it.</summary>
    public override string ToString() => Text.Printer.PathText(this, "trait");
}
