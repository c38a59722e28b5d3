namespace Tessera.Learning.Data;

/// <summary>What a plain file writes where it has no value.</summary>
internal static class MissingValues
{
    private static readonly HashSet<string> Tokens =
        new(["", "NA", "N/A", "#N/A", "NaN", "null", "\\N"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Tokens.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Tokens.Max(token => token.Length);

    /// <summary>Whether a text, without the spaces around it, stands for a missing value.</summary>
    public static bool Contains(ReadOnlySpan<char> trimmed) => trimmed.Length <= Longest && Lookup.Contains(trimmed);
}
