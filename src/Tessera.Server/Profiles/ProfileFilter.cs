namespace Tessera.Server.Profiles;

/// <summary>Which profiles a list shows, and in which order.</summary>
/// <param name="Search">Text that the identifier, the name or the e-mail address contains; empty: all.</param>
/// <param name="Segment">The key of a segment they are in; empty: any.</param>
/// <param name="SortField">One of <see cref="SortFields"/>.</param>
/// <param name="Descending">Whether the largest comes first.</param>
internal sealed record ProfileFilter(string Search, string Segment, string SortField, bool Descending)
{
    /// <summary>By what profiles can be sorted.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["revenue", "orders", "firstSeen", "lastSeen"];

    /// <summary>Reads <c>revenue</c> or <c>-revenue</c>, the minus being descending; those who bought most come first by default.</summary>
    public static bool TryCreate(string? search, string? segment, string? sort, out ProfileFilter filter)
    {
        var text = string.IsNullOrEmpty(sort) ? "-revenue" : sort;
        var field = text.TrimStart('-');
        filter = new ProfileFilter(search?.Trim() ?? "", segment ?? "", field, Descending: text[0] == '-');
        return text.Length - field.Length <= 1 && SortFields.Contains(field, StringComparer.Ordinal);
    }
}
