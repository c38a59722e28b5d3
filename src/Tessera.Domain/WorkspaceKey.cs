using System.Diagnostics.CodeAnalysis;

namespace Tessera.Domain;

/// <summary>
/// The short, stable name of a workspace, as it appears in URLs, headers and the first column of every table.
/// </summary>
/// <remarks>
/// Lower-case letters, digits and inner hyphens, starting with a letter or digit, at most 40 characters: <c>default</c>,
/// <c>design-saas</c>. The default value of the struct is not a valid key; <see cref="Value"/> throws on it.
/// </remarks>
public readonly record struct WorkspaceKey
{
    /// <summary>The longest key accepted, in characters.</summary>
    public const int MaxLength = 40;

    private readonly string? value;

    /// <summary>Creates a key from its text.</summary>
    /// <param name="value">The text of the key.</param>
    /// <exception cref="ArgumentException">The text breaks a rule of the type's remarks.</exception>
    public WorkspaceKey(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"\"{value}\" is not a workspace key: use 1 to {MaxLength} lower-case letters, digits and inner hyphens.", nameof(value));
        }

        this.value = value;
    }

    /// <summary>The workspace that calls without a workspace header speak to.</summary>
    public static WorkspaceKey Default { get; } = new("default");

    /// <summary>The text of the key.</summary>
    /// <exception cref="InvalidOperationException">The struct was never given a value.</exception>
    public string Value => value ?? throw new InvalidOperationException("A workspace key was used before it was given a value.");

    /// <summary>Reads a key, without throwing.</summary>
    /// <param name="text">The text to read, or null.</param>
    /// <param name="key">The key, when the text is one.</param>
    /// <returns>Whether the text is a key.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorkspaceKey key)
    {
        var valid = text is not null && IsValid(text);
        key = valid ? new WorkspaceKey(text!) : default;
        return valid;
    }

    /// <summary>The text of the key.</summary>
    public override string ToString() => Value;

    private static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength
        && text[0] != '-' && text[^1] != '-'
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
