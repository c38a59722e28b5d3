namespace Tessera.Domain;

/// <summary>One name by which a source knows a person: a kind (<c>user_id</c>, <c>email</c> …) and a value.</summary>
/// <param name="Kind">
/// One of <see cref="IdentifierKinds"/> or a source's own kind: lower-case letters, digits and underscores.
/// </param>
/// <param name="Value">The value as the source sends it, trimmed, never empty.</param>
public readonly record struct Identifier(string Kind, string Value)
{
    /// <summary>The form used in URLs: <c>kind:value</c>.</summary>
    public override string ToString() => $"{Kind}:{Value}";

    /// <summary>Reads <c>kind:value</c>; the value may contain further colons.</summary>
    /// <param name="text">The text to read, or null.</param>
    /// <param name="identifier">The identifier, when the text is one.</param>
    /// <returns>Whether the text is an identifier.</returns>
    public static bool TryParse(string? text, out Identifier identifier)
    {
        identifier = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 1)
        {
            return false;
        }

        var value = text![(colon + 1)..].Trim();
        identifier = new Identifier(text[..colon], value);
        return value.Length > 0;
    }
}
