namespace Tessera.Server.Segments.Rules;

/// <summary>What a segment is called.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record RuleName(string Key, string Name, DateTimeOffset CreatedAt);
