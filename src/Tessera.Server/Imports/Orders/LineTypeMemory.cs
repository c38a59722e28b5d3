namespace Tessera.Server.Imports.Orders;

/// <summary>Remembers the types of products that were seen, since recognising one costs more than a whole line.</summary>
/// <remarks>Products are looked up by the identity of their code's string: values that keep coming come as the same string.</remarks>
internal sealed class LineTypeMemory
{
    // A shop's catalogue is bounded; free texts in its place are not.
    private const int MostRemembered = 100_000;

    private readonly Dictionary<string, (string Description, string Type)> known = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc cref="LineTypes.Recognise"/>
    public string Recognise(string code, string description)
    {
        if (known.TryGetValue(code, out var product) && (ReferenceEquals(product.Description, description) || product.Description == description))
        {
            return product.Type;
        }

        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        var type = LineTypes.Recognise(code, description);
        known[code] = (description, type);
        return type;
    }
}
