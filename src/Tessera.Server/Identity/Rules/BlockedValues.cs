using System.Buffers;

namespace Tessera.Server.Identity.Rules;

/// <summary>Knows the values that say nothing about who somebody is.</summary>
internal sealed class BlockedValues(IEnumerable<string> values)
{
    private static readonly SearchValues<char> Nothing = SearchValues.Create("0-");
    private readonly HashSet<string> blocked = [.. values.Select(Plain)];

    /// <summary>Whether a value is empty, nothing but zeros and dashes, or on the list.</summary>
    public bool Contains(string value) => value.Length == 0 || !value.AsSpan().ContainsAnyExcept(Nothing) || blocked.Contains(Plain(value));

    private static string Plain(string value) => string.Concat(value.Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();
}
