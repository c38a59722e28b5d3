namespace Tessera.Server.Workspaces.Contracts;

/// <summary>One shop or product, whose customers are never mixed with another's.</summary>
/// <param name="Key">Its name in URLs, headers and tables.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Currency">The ISO 4217 code in which its money is shown.</param>
/// <param name="TimeZone">The IANA time zone in which its days begin.</param>
/// <param name="Sample">Whether it was filled with sample data by the product itself.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record Workspace(string Key, string Name, string Currency, string TimeZone, bool Sample, DateTimeOffset CreatedAt);
