namespace Tessera.Server.Segments.Members;

/// <summary>By what a list of members is ordered.</summary>
/// <param name="Field"><c>monetary</c>, <c>frequency</c> or <c>recency</c> (days since the last purchase).</param>
/// <param name="Descending">Whether the largest comes first.</param>
internal sealed record MemberSort(string Field, bool Descending)
{
    /// <summary>The fields there are.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["monetary", "frequency", "recency"];

    /// <summary>Those who spent most come first.</summary>
    public static MemberSort Default { get; } = new("monetary", Descending: true);

    /// <summary>Reads <c>monetary</c> or <c>-monetary</c>, the minus being descending.</summary>
    public static bool TryParse(string? text, out MemberSort sort)
    {
        sort = Default;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var field = text.TrimStart('-');
        sort = new MemberSort(field, Descending: text[0] == '-');
        return text.Length - field.Length <= 1 && Fields.Contains(field, StringComparer.Ordinal);
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Descending ? $"-{Field}" : Field;
}
