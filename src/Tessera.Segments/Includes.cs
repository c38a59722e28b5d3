namespace Tessera.Segments;

/// <summary>
/// <c>includes "beta"</c>, <c>includes any of ("beta", "vip")</c>, <c>includes all of ("beta", "vip")</c>: the value is a list
/// with these texts among its items.
/// </summary>
public sealed record Includes : ValueTest
{
    /// <summary>Creates the test.</summary>
    /// <param name="values">The texts, one or more.</param>
    /// <param name="every">Whether all of them are asked for; of one text, any and all are the same and kept as any.</param>
    /// <exception cref="ArgumentException">There are no texts.</exception>
    public Includes(ValueList<string> values, bool every = false)
    {
        Values = Guard.NotEmpty(values, nameof(values));
        Every = every && values.Count > 1;
    }

    /// <summary>The texts, one or more.</summary>
    public ValueList<string> Values { get; }

    /// <summary>Whether all of them are asked for.</summary>
    public bool Every { get; }
}
