namespace Tessera.Segments.Checking;

/// <summary>What is known of the events of one name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Occurrences">How many there are.</param>
/// <param name="Properties">What is known of their properties.</param>
public sealed record EventFacts(string Name, long Occurrences, ValueList<ValueFacts> Properties)
{
    /// <summary>What is known of a property, or null when it was never seen. Places in a list are not told apart.</summary>
    /// <param name="path">The property's path.</param>
    public ValueFacts? FindProperty(ValuePath path)
    {
        var wanted = AnyIndex(path.Segments);
        return Properties.FirstOrDefault(property => AnyIndex(property.Path.Split('.')) == wanted);
    }

    private static string AnyIndex(IEnumerable<string> segments) =>
        string.Join('.', segments.Select(segment => segment.Length > 0 && segment.All(char.IsAsciiDigit) ? "0" : segment));
}
