namespace Tessera.ClickHouse.Rows;

/// <summary>The one rule by which names of columns and of .NET members are the same.</summary>
internal static class MemberNames
{
    /// <summary><c>first_seen</c>, <c>FirstSeen</c>, <c>firstSeen</c> and <c>first-seen</c> are one name.</summary>
    public static string Normalize(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
